/**
 * 存一瓶: whose, which drink, how much is left, where it stands and for how long; then its label. What that table was not
 * brought two people keep, with their PINs.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../../../shared/protocol/answer.ts'
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import type { KeepDays } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { itemName } from '../../parts/names.ts'
import { me, useSpeech } from '../../state/house.ts'
import { HowLong } from './how-long.tsx'
import { HowMuchWhere, shelfShape } from './how-much-where.tsx'
import { KeepByTwo } from './keep-by-two.tsx'
import { WhichDrink } from './which-drink.tsx'
import { useWhose, WhoseKeep } from './whose-keep.tsx'

const dayMs = 86_400_000

export interface StoreKeepProps {
  visit?: string | undefined
  onStored: (keep: KeepRow) => void
}

export function StoreKeep({ visit: from, onStored }: StoreKeepProps) {
  const { t, house } = useSpeech()
  const whose = useWhose(house, from)
  const { visit, owner } = whose
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
      <KeepByTwo
        bottle={wanted}
        visit={visit}
        onPins={async (pin, second) => {
          const answer = await house.link.sendNow({ ...wanted, pin, ...(second && { second }) }, two.sure)
          if (!answer.ok) return answer.refusal
          setTwo(undefined)
          stored(wanted, answer, () => setTwo({ sure: true }))
          return undefined
        }}
        onCancel={() => setTwo(undefined)}
      />
    )
  return (
    <div class="form">
      <WhoseKeep {...whose} />
      <WhichDrink item={item} visit={visit} onChoose={setItem} />
      <HowMuchWhere tenths={tenths} onTenths={setTenths} shelf={shelf} onShelf={setShelf} />
      <HowLong days={days} onChoose={setDays} />
      <div class="form-foot">
        <Button
          variant="primary"
          word={t(busy ? 'waitingToSend' : 'keepStoreNow')}
          disabled={!whose.known || item === undefined || !shelfShape.test(shelf) || busy}
          onPress={() => void store()}
        />
      </div>
    </div>
  )
}
