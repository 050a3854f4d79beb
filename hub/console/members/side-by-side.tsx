/** Two files of one person: where they differ one is chosen, what both must count is only added up. */
import type { ComponentChildren } from 'preact'
import { type MergeField, mergeFields } from '../../../shared/protocol/commands/membership.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { itemName, staffName, tierWord } from '../parts/names.ts'
import { Choices, Taboos } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'
import './side-by-side.css'

export type Side = 'left' | 'right'

/** Which file stays, and whose word holds where they differ. */
export interface Sides {
  readonly kept: Side
  readonly of: Readonly<Record<MergeField, Side>>
}

type Pair = readonly [MemberCardView, MemberCardView]

/** The one who came more often is the one whom people know. */
export function sidesAtFirst([left, right]: Pair): Sides {
  return allOf(right.visits > left.visits ? 'right' : 'left')
}

const allOf = (kept: Side): Sides => ({
  kept,
  of: { called: kept, name: kept, tier: kept, phone: kept, birthday: kept, accountManager: kept },
})

export const takenFrom = ({ kept, of }: Sides): MergeField[] => mergeFields.filter(field => of[field] !== kept)

interface SideBySideProps {
  cards: Pair
  sides: Sides
  onSides: (sides: Sides) => void
}

export function SideBySide({ cards, sides, onSides }: SideBySideProps) {
  const { t, list, house } = useSpeech()
  const [left, right] = cards
  const says = (card: MemberCardView): Readonly<Record<MergeField, string | undefined>> => ({
    called: card.say === undefined ? card.called : `${card.called} · ${card.say}`,
    name: card.name,
    tier: tierWord(t, card.tier),
    phone: card.phoneMasked,
    birthday: card.birthday,
    accountManager: card.accountManager === undefined ? undefined : staffName(house, card.accountManager),
  })
  const [one, other] = [says(left), says(right)]
  const words = {
    called: t('called'),
    name: t('realName'),
    tier: t('tierLabel'),
    phone: t('phone'),
    birthday: t('birthday'),
    accountManager: t('accountManager'),
  } as const
  const known = ({ visits }: MemberCardView) => t('visitsCount', { count: visits })
  const keeps = [...left.keeps, ...right.keeps]
  return (
    <div class="side-by-side">
      <Row word={t('mergeStays')}>
        <Choices
          label={t('mergeStays')}
          current={sides.kept}
          onChoose={kept => onSides(allOf(kept))}
          choices={[
            { id: 'left', word: left.called, more: known(left) },
            { id: 'right', word: right.called, more: known(right) },
          ]}
        />
      </Row>
      {mergeFields.map(field => {
        const [first, second] = [one[field], other[field]]
        // A file that says nothing takes nothing away.
        if (first === undefined && second === undefined) return null
        return (
          <Row key={field} word={words[field]}>
            {first === undefined || second === undefined || first === second ? (
              <p>{first ?? second}</p>
            ) : (
              <Choices
                label={words[field]}
                current={sides.of[field]}
                onChoose={side => onSides({ ...sides, of: { ...sides.of, [field]: side } })}
                choices={[
                  { id: 'left', word: first },
                  { id: 'right', word: second },
                ]}
              />
            )}
          </Row>
        )
      })}
      <Row word={t('mergeBoth')}>
        <Taboos words={[...new Set([...left.taboos, ...right.taboos])]} />
        <p>
          {list([
            t('visitsCount', { count: left.visits + right.visits }),
            ...[...left.cards, ...right.cards].map(({ tail }) => t('cardTail', { tail })),
            ...keeps.map(({ item, tenths }) => `${itemName(house, item)} ${t('keepLevel', { tenths })}`),
          ])}
        </p>
      </Row>
      <p class="label">{t('mergeForGood')}</p>
    </div>
  )
}

function Row({ word, children }: { word: string; children: ComponentChildren }) {
  return (
    <div class="side-row">
      <span class="label">{word}</span>
      <div>{children}</div>
    </div>
  )
}
