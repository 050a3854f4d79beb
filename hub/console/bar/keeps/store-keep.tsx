/**
 * 存一瓶: whose, which drink, how much is left, where it stands and for how long; then its label. What that table was not
 * brought two people keep, with their PINs.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../../../shared/protocol/answer.ts'
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import type { VisitView } from '../../../../shared/protocol/views/console.ts'
import type { KeepDays } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { MemberPicker, Picked, type PickedMember } from '../../parts/member-picker.tsx'
import { itemName, roomName } from '../../parts/names.ts'
import { Choices } from '../../parts/parts.tsx'
import { TwoPins } from '../../pin/two-pins.tsx'
import { type House, may, me, useSpeech } from '../../state/house.ts'
import { orders, parties } from '../../state/shown.ts'
import { HowLong } from './how-long.tsx'
import { HowMuchWhere, shelfShape } from './how-much-where.tsx'
import { KeepLevel } from './keep-level.tsx'

const nobody = 'nobody'
const away = 'away'
const dayMs = 86_400_000

export interface StoreKeepProps {
  visit?: string | undefined
  onStored: (keep: KeepRow) => void
}

export function StoreKeep({ visit: from, onStored }: StoreKeepProps) {
  const { t, house } = useSpeech()
  const inHouse = parties(house)
  const [at, setAt] = useState(from ?? (inHouse.length === 1 ? inHouse[0]?.id : undefined))
  const visit = inHouse.find(({ id }) => id === at)
  const [whose, setWhose] = useState<string>()
  const [typed, setTyped] = useState('')
  const [absent, setAbsent] = useState<PickedMember>()
  const [item, setItem] = useState<string>()
  const [tenths, setTenths] = useState(5)
  const [shelf, setShelf] = useState('')
  const [days, setDays] = useState<KeepDays>(90)
  const [busy, setBusy] = useState(false)
  const [two, setTwo] = useState<{ readonly sure: boolean }>()
  const looking = useRef(true)
  useEffect(
    () => () => {
      looking.current = false
    },
    [],
  )
  const owner = at === away ? absent : ownerIn(visit, whose)
  const ready =
    item !== undefined && shelfShape.test(shelf) && (at === away ? absent !== undefined : visit !== undefined)

  const wanted: CommandOf<'StoreKeep'> | undefined =
    item === undefined
      ? undefined
      : {
          type: 'StoreKeep',
          item,
          tenths,
          shelf,
          days,
          ...(visit && { visit: visit.id }),
          ...(owner && { member: owner.id }),
        }

  const store = async (sure = false) => {
    if (!wanted) return
    // Of no table that is here: there is nothing to look it up in.
    if (!visit) return setTwo({ sure })
    setBusy(true)
    const answer = await house.link.tap(wanted, sure)
    setBusy(false)
    // Said here in more words, where somebody still looks.
    if (!answer.ok && answer.refusal.refused === 'not-brought' && looking.current) return setTwo({ sure })
    stored(wanted, answer, () => void store(true))
  }

  const stored = ({ item, tenths, shelf }: CommandOf<'StoreKeep'>, answer: Answer, another: () => void) => {
    if (!answer.ok) return house.complain(answer.refusal)
    const bottle = { item, tenths, shelf }
    const { keep, label, already, expiresAt, storedOn, lastDay } = answer.result ?? {}
    if (typeof keep !== 'string' || typeof label !== 'string') return undefined
    const now = house.link.hubNow()
    const by = me(house)
    const row: KeepRow = {
      id: keep,
      label,
      ...bottle,
      storedAt: now,
      ...(by !== undefined && { storedBy: by }),
      expiresAt: typeof expiresAt === 'number' ? expiresAt : now + days * dayMs,
      ...(typeof storedOn === 'string' && { storedOn }),
      ...(typeof lastDay === 'string' && { lastDay }),
      ...(visit && { visit: visit.id, room: visit.room }),
      ...(owner && { member: owner }),
    }
    if (already === true)
      return house.notices.ask({
        title: t('keepSameTitle', { label }),
        text: t('keepSameText', { item: itemName(house, item), tenths, shelf }),
        yes: t('keepSameAnother'),
        no: t('keepSameOne'),
        grave: false,
        onYes: another,
        onNo: () => onStored(row),
      })
    house.notices.say(({ t }) => t('keepStoredToast', { label }))
    return onStored(row)
  }

  if (two && wanted)
    return (
      <div class="form">
        <p class="keep-chosen">
          <strong>{itemName(house, wanted.item)}</strong>
          <KeepLevel tenths={tenths} />
        </p>
        <p>{visit ? t('keepNotBrought', { room: roomName(house, visit.room) }) : t('keepOfNobodyHere')}</p>
        <TwoPins
          secondWord={t('keepSecond')}
          onPins={async (pin, second) => {
            const answer = await house.link.sendNow({ ...wanted, pin, second }, two.sure)
            if (!answer.ok) return answer.refusal
            setTwo(undefined)
            stored(wanted, answer, () => setTwo({ sure: true }))
            return undefined
          }}
        />
        <div class="form-foot">
          <Button size="min" variant="quiet" word={t('cancel')} onPress={() => setTwo(undefined)} />
        </div>
      </div>
    )
  return (
    <div class="form">
      <div class="field">
        <span class="label">{t('keepWhose')}</span>
        {inHouse.length === 0 && <p class="quiet">{t('keepNoParty')}</p>}
        <Choices
          label={t('keepWhose')}
          current={at}
          onChoose={chosen => {
            setAt(chosen)
            setWhose(undefined)
          }}
          choices={[
            ...inHouse.map(({ id, room, title }) => ({
              id,
              word: roomName(house, room),
              ...(title !== undefined && { more: title }),
            })),
            ...(may(house, 'SearchMembers') ? [{ id: away, word: t('keepNotHere') }] : []),
          ]}
        />
        {visit && (
          <Choices
            label={t('member')}
            current={owner?.id ?? nobody}
            onChoose={setWhose}
            choices={[
              ...membersOf(visit).map(({ id, called }) => ({ id, word: called })),
              { id: nobody, word: t('keepNobody') },
            ]}
          />
        )}
        {at === away &&
          (absent ? (
            <Picked label={t('member')} member={absent} onDrop={() => setAbsent(undefined)} />
          ) : (
            <MemberPicker label={t('member')} text={typed} onText={setTyped} onPick={setAbsent} />
          ))}
      </div>
      <div class="field">
        <span class="label">{t('keepWhat')}</span>
        {item === undefined ? (
          <>
            {visit && (
              <Choices
                label={t('keepWhat')}
                onChoose={setItem}
                choices={broughtTo(house, visit).map(id => ({ id, word: itemName(house, id) }))}
              />
            )}
            <ItemPicker
              which={item => !item.package}
              row={one => <Button size="min" word={t('keepThis')} onPress={() => setItem(one.id)} />}
            />
          </>
        ) : (
          <p class="keep-chosen">
            <strong>{itemName(house, item)}</strong>
            <Button size="min" variant="quiet" word={t('change')} onPress={() => setItem(undefined)} />
          </p>
        )}
      </div>
      <HowMuchWhere tenths={tenths} onTenths={setTenths} shelf={shelf} onShelf={setShelf} />
      <HowLong days={days} onChoose={setDays} />
      <div class="form-foot">
        <Button
          variant="primary"
          word={t(busy ? 'waitingToSend' : 'keepStoreNow')}
          disabled={!ready || busy}
          onPress={() => void store()}
        />
      </div>
    </div>
  )
}

function membersOf({ host, members }: VisitView): readonly PickedMember[] {
  const all = [...(host ? [host] : []), ...members]
  return all.filter(({ id }, place) => all.findIndex(one => one.id === id) === place)
}

/** The host's, until somebody says otherwise. */
function ownerIn(visit: VisitView | undefined, whose: string | undefined): PickedMember | undefined {
  const members = visit ? membersOf(visit) : []
  const chosen = whose === undefined ? members[0] : members.find(({ id }) => id === whose)
  return chosen && { id: chosen.id, called: chosen.called }
}

/** What was brought to that table: most likely it is one of these. */
function broughtTo(house: House, { id }: VisitView): readonly string[] {
  const brought = orders(house).filter(({ visit, status }) => visit === id && status === 'delivered')
  const lines = brought.flatMap(order => order.lines)
  const drinks = lines.flatMap(({ item, components }) =>
    components.length === 0 ? [item] : components.map(part => part.item),
  )
  return [...new Set(drinks)].slice(0, 8)
}
