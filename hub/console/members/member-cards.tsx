/** A member's cards and code: added, lost, found, replaced. A lost card is refused from the second of the tap. */
import { useState } from 'preact/hooks'
import type { CardSource } from '../../../shared/protocol/commands/card.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { CardDialog } from '../cards/card-dialog.tsx'
import { may, useSpeech } from '../state/house.ts'
import type { Words } from '../state/notices.ts'
import { MemberCode } from './member-code.tsx'

type Kept = MemberCardView['cards'][number]

export interface MemberCardsProps {
  card: MemberCardView
  /** The file is not what was read any more. */
  onChanged: () => void
}

export function MemberCards({ card: { id: member, cards, hasCode }, onChanged }: MemberCardsProps) {
  const { t, house } = useSpeech()
  /** The card that gives way to the new one. */
  const [adding, setAdding] = useState<{ replaces?: Id }>()
  const send = async (command: PeopleCommand, said: Words, undo?: () => void) => {
    const answer = await house.link.tap(command)
    if (answer.ok) house.notices.say(said, undo)
    else house.complain(answer.refusal)
    onChanged()
  }
  const unblock = ({ id, tail }: Kept) =>
    send({ type: 'UnblockCard', member, card: id }, ({ t }) => t('cardUnblockedToast', { tail }))
  const block = (kept: Kept) =>
    send(
      { type: 'BlockCard', member, card: kept.id },
      ({ t }) => t('cardBlockedToast', { tail: kept.tail }),
      () => void unblock(kept),
    )
  const take = async (from: CardSource) => {
    const replaces = adding?.replaces
    // A number is kept nowhere on its way: not in this browser's outbox either.
    const answer = await house.link.sendNow(
      replaces === undefined
        ? { type: 'AddCard', member, from }
        : { type: 'ReplaceCard', member, card: replaces, from },
    )
    if (!answer.ok) return answer.refusal
    house.notices.say(({ t }) => t(replaces === undefined ? 'cardAdded' : 'cardReplaced'))
    setAdding(undefined)
    onChanged()
    return undefined
  }
  return (
    <section class="member-part">
      <h3>{t('cards')}</h3>
      {cards.length === 0 && <p class="quiet">{t('noCards')}</p>}
      <ul class="rows">
        {cards.map(kept => (
          <li class="card-row" key={kept.id} data-blocked={kept.blocked ? '' : undefined}>
            <span class="card-name">{t('cardTail', { tail: kept.tail })}</span>
            <span class="quiet">{kept.technology !== undefined && t(`card.${kept.technology}`)}</span>
            {kept.blocked && <strong>{t('cardBlocked')}</strong>}
            <span class="spread">
              {kept.blocked
                ? may(house, 'UnblockCard') && (
                    <Button size="min" variant="quiet" word={t('unblockCard')} onPress={() => void unblock(kept)} />
                  )
                : may(house, 'ReplaceCard') && (
                    <>
                      <Button
                        size="min"
                        variant="quiet"
                        word={t('replaceCard')}
                        onPress={() => setAdding({ replaces: kept.id })}
                      />
                      <Button size="min" word={t('blockCard')} onPress={() => void block(kept)} />
                    </>
                  )}
            </span>
          </li>
        ))}
      </ul>
      <div class="card-foot">
        {may(house, 'AddCard') && <Button size="min" word={t('addCard')} onPress={() => setAdding({})} />}
        {may(house, 'RenewCode') && (
          <MemberCode
            member={member}
            has={hasCode}
            onRenew={() => void send({ type: 'RenewCode', member }, ({ t }) => t(hasCode ? 'codeRenewed' : 'codeMade'))}
          />
        )}
      </div>
      {adding && (
        <CardDialog
          title={t(adding.replaces === undefined ? 'addCard' : 'replaceCard')}
          onCard={take}
          onClose={() => setAdding(undefined)}
        />
      )}
    </section>
  )
}
