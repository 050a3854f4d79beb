/** What came on a party's bill beside its orders, and off it, with its sum: what the till is held to. */
import type { VNode } from 'preact'
import type { NightComp, NightReturn, NightUndone, VisitSlip } from '../../../shared/protocol/night-report.ts'
import { dot } from '../parts/dot.ts'
import { moneyColumn } from '../parts/money-column.ts'
import { itemName, peopleNames, roomName, staffName } from '../parts/names.ts'
import { type House, useSpeech } from '../state/house.ts'
import type { Speech } from '../state/speech.ts'
import { dueOf } from './due.ts'
import { afterUndone, compWords, differsBy, undoneAmounts } from './words.ts'

export function VisitBill({ slip }: { slip: VisitSlip }) {
  const speech = useSpeech()
  const { t, format } = speech
  const back = slip.returns.reduce((sum, { amount }) => sum + amount, 0)
  const sums: readonly (readonly [word: string, amount: number])[] = [
    [t('orders'), slip.total + back],
    ...(back > 0 ? [[t('returns'), 0 - back] as const] : []),
    ...(slip.charge === undefined ? [] : [[t('roomCharge'), slip.charge] as const]),
    ...(slip.reduced > 0 ? [[t('comesOff'), 0 - slip.reduced] as const] : []),
  ]
  const off = [...slip.returns, ...slip.comps].map(({ amount }) => amount)
  const money = moneyColumn(format, [
    ...off,
    ...sums.map(([, amount]) => amount),
    ...slip.undoneBills.flatMap(undoneAmounts),
  ])
  return (
    <>
      <Part title={t('returns')}>
        {slip.returns.map((one, at) => (
          <BillRow
            key={`${one.order}${at}`}
            one={one}
            what={returnWords(speech, one)}
            amount={0 - one.amount}
            money={money}
          />
        ))}
      </Part>
      <Part title={t('comps')}>
        {slip.comps.map((one, at) => (
          <BillRow
            key={`${one.kind}${at}`}
            one={one}
            what={[compWords(speech, one), t(`compReason.${one.reason}`)].join(dot)}
            {...offBill(one)}
            money={money}
          />
        ))}
      </Part>
      <Part title={t('billsUndone')}>
        {slip.undoneBills.map((one, at) => (
          <UndoneRow key={`${one.at}${at}`} one={one} money={money} />
        ))}
      </Part>
      <dl class="slip-sum">
        {sums.map(([word, amount]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
        <div data-total>
          <dt>{slip.charge === undefined ? t('totalWithoutRoom') : t('due')}</dt>
          <dd>{money(dueOf({ ordered: slip.total, charged: slip.charge ?? 0, reduced: slip.reduced }))}</dd>
        </div>
      </dl>
      {slip.missing !== undefined && <p class="wrong">{t('missingTo', { amount: format.money(slip.missing) })}</p>}
      <p class="label">{t('cashierCounts')}</p>
    </>
  )
}

/** Nothing where it has no rows. */
function Part({ title, children }: { title: string; children: readonly VNode[] }) {
  if (children.length === 0) return null
  return (
    <section class="slip-part">
      <h3>{title}</h3>
      <ol class="slip-rows">{children}</ol>
    </section>
  )
}

function WhenWhere({ at, room }: Pick<NightUndone, 'at' | 'room'>) {
  const { format, house } = useSpeech()
  return (
    <span>
      {format.time(at)} {roomName(house, room)}
    </span>
  )
}

interface RowProps {
  one: NightReturn | NightComp
  what: string
  amount: number
  money: (amount: number) => string
  /** It was never on the bill. */
  note?: boolean
}

function BillRow({ one, what, amount, money, note }: RowProps) {
  const { t, house } = useSpeech()
  const back = 'takenBack' in one ? one.takenBack : undefined
  return (
    <li>
      <WhenWhere {...one} />
      <span>
        {what}
        <small class="night-small">
          {[peopleNames(house, one.by, one.second), back && t('compTakenBack', { who: staffName(house, back.by) })]
            .filter(Boolean)
            .join(dot)}
        </small>
      </span>
      <span>
        {back ? <s>{money(amount)}</s> : money(amount)}
        {note && <small class="night-small">{t('notOnBill')}</small>}
      </span>
    </li>
  )
}

function UndoneRow({ one, money }: { one: NightUndone; money: (amount: number) => string }) {
  const speech = useSpeech()
  const { house } = speech
  const differs = differsBy(one)
  return (
    <li>
      <WhenWhere {...one} />
      <span>
        {`${one.was === undefined ? '–' : money(one.was)} → ${afterUndone(speech, one, money)}`}
        {one.by !== undefined && <small class="night-small">{staffName(house, one.by)}</small>}
      </span>
      <span>{differs === undefined ? '–' : money(differs)}</span>
    </li>
  )
}

const offBill = ({ kind, amount }: NightComp): Pick<RowProps, 'amount' | 'note'> =>
  kind === 'gift' ? { amount, note: true } : { amount: 0 - amount }

const returnWords = (
  { t, house }: Pick<Speech, 't'> & { readonly house: House },
  { item, qty, reason }: NightReturn,
): string => `${item === undefined ? t('itemGone') : itemName(house, item)} ×${qty}${dot}${t(`return.${reason}`)}`
