/** The money of the night row by row: what was given and returned, what nobody keyed in, and what each party comes to. */
import type { NightReport, NightVisit } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { moneyColumn } from '../parts/money-column.ts'
import { itemName, peopleNames, roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import { dueOf } from './due.ts'
import { Table } from './table.tsx'
import { afterUndone, compWords, differsBy, undoneAmounts } from './words.ts'

const amountOf = ({ amount }: { readonly amount: number }): number => amount

export function CompsTable({ report }: { report: NightReport }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  const money = moneyColumn(format, report.comps.map(amountOf))
  return (
    <Table
      title={t('comps')}
      columns={[
        { head: t('at'), wide: true },
        { head: t('roomWord') },
        { head: t('comps') },
        { head: t('compWhy'), wide: true },
        { head: t('amount'), figure: true },
        { head: t('givenBy') },
      ]}
      rows={report.comps.map((comp, at) => ({
        key: `${comp.visit}${at}`,
        cells: [
          format.time((comp.before ? comp.takenBack?.at : undefined) ?? comp.at),
          roomName(house, comp.room),
          <>
            {compWords(speech, comp)}
            {comp.before && <small class="night-small">{t('givenBefore')}</small>}
            {comp.takenBack && (
              <small class="night-small">{t('compTakenBack', { who: staffName(house, comp.takenBack.by) })}</small>
            )}
          </>,
          t(`compReason.${comp.reason}`),
          comp.takenBack && !comp.before ? <s key="amount">{money(comp.amount)}</s> : money(comp.amount),
          peopleNames(house, comp.by, comp.second),
        ],
      }))}
      foot={['', t('total'), '', '', money(report.compTotal), '']}
      none={t('noComps')}
    />
  )
}

export function ReturnsTable({ report }: { report: NightReport }) {
  const { t, format, house } = useSpeech()
  const money = moneyColumn(format, report.returns.map(amountOf))
  return (
    <Table
      title={t('returns')}
      columns={[
        { head: t('at'), wide: true },
        { head: t('roomWord') },
        { head: t('keepDrinkHead') },
        { head: t('compWhy') },
        { head: t('amount'), figure: true },
        { head: t('byWhom') },
      ]}
      rows={report.returns.map((back, at) => ({
        key: `${back.order}${at}`,
        cells: [
          format.time(back.at),
          roomName(house, back.room),
          `${back.item === undefined ? '–' : itemName(house, back.item)} ×${back.qty}`,
          t(`return.${back.reason}`),
          money(back.amount),
          peopleNames(house, back.by, back.second),
        ],
      }))}
      foot={['', t('total'), '', '', money(report.returned), '']}
      none={t('noReturns')}
    />
  )
}

/** Nothing where no bill was undone. */
export function UndoneTable({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  const { undoneBills } = report
  if (undoneBills.length === 0) return null
  const differ = undoneBills.map(one => differsBy(one) ?? 0)
  const money = moneyColumn(format, [...undoneBills.flatMap(undoneAmounts), ...differ])
  return (
    <Table
      title={t('billsUndone')}
      columns={[
        { head: t('at') },
        { head: t('roomWord') },
        { head: t('billWas'), figure: true, wide: true },
        { head: t('billAgain'), figure: true },
        { head: t('billDiffers'), figure: true },
        { head: t('byWhom') },
        { head: t('slip'), wide: true },
      ]}
      rows={undoneBills.map((one, at) => {
        const differs = differsBy(one)
        return {
          key: `${one.visit}${at}`,
          cells: [
            format.time(one.at),
            roomName(house, one.room),
            one.was === undefined ? '–' : money(one.was),
            afterUndone(speech, one, money),
            differs === undefined ? '–' : money(differs),
            one.by === undefined ? '–' : staffName(house, one.by),
            <button key="slip" type="button" class="night-slip" onClick={() => onVisit(one.visit)}>
              {t('slip')}
            </button>,
          ],
        }
      })}
      foot={[t('total'), '', '', '', money(differ.reduce((sum, one) => sum + one, 0)), '', '']}
      none=""
    />
  )
}

/** Nothing where everything was keyed in. */
export function UntickedTable({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const { t, format, house } = useSpeech()
  if (report.unticked.length === 0) return null
  const totals = report.unticked.map(({ total }) => total)
  const money = moneyColumn(format, totals)
  return (
    <Table
      title={t('untickedFigure')}
      columns={[{ head: t('roomWord') }, { head: t('amount'), figure: true }, { head: t('slip') }]}
      rows={report.unticked.map(({ order, visit, room, total }) => ({
        key: order,
        cells: [
          roomName(house, room),
          money(total),
          <button key="slip" type="button" class="night-slip" onClick={() => onVisit(visit)}>
            {t('slip')}
          </button>,
        ],
      }))}
      foot={[t('total'), money(totals.reduce((sum, total) => sum + total, 0)), '']}
      none=""
    />
  )
}

export function VisitsTable({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const { t, format, house } = useSpeech()
  const columns = ['ordered', 'charge', 'reduced'] as const
  const money = moneyColumn(
    format,
    columns.flatMap(of => report.visits.map(visit => visit[of] ?? 0)),
  )
  const when = ({ before, openedAt, closedAt }: NightVisit) => (
    <>
      {`${format.time(openedAt)}–${closedAt === undefined ? '' : format.time(closedAt)}`}
      {before && <small class="night-small">{t('openedBefore')}</small>}
    </>
  )
  return (
    <Table
      title={t('visitsFigure')}
      columns={[
        { head: t('roomWord') },
        { head: t('openedClosed') },
        { head: t('guestsFigure'), figure: true, wide: true },
        { head: t('ordered'), figure: true },
        { head: t('roomCharge'), figure: true, wide: true },
        { head: t('comesOff'), figure: true, wide: true },
        { head: t('due'), figure: true, wide: true },
        { head: t('attendant'), wide: true },
        { head: t('slip') },
      ]}
      rows={report.visits.map(visit => ({
        key: visit.visit,
        cells: [
          roomName(house, visit.room),
          when(visit),
          // Who came on the night before is counted there.
          visit.before ? `(${visit.party})` : format.number(visit.party),
          <>
            {money(visit.ordered)}
            {/* Who is still here may order yet. */}
            {visit.missing !== undefined && visit.closedAt !== undefined && (
              <small class="night-small" data-bad>
                {t('missingTo', { amount: format.money(visit.missing) })}
              </small>
            )}
          </>,
          <>
            {visit.charge === undefined ? '–' : money(visit.charge)}
            {visit.afterwards !== undefined && (
              <small class="night-small" data-bad>
                {t('roomAfterwards')} {format.money(visit.afterwards)}
              </small>
            )}
          </>,
          visit.reduced === 0 ? '–' : money(0 - visit.reduced),
          money(dueOf({ ...visit, charged: visit.charge ?? 0 })),
          visit.attendant === undefined ? '–' : staffName(house, visit.attendant),
          <button key="slip" type="button" class="night-slip" onClick={() => onVisit(visit.visit)}>
            {t('ordersCount', { count: visit.orders })}
          </button>,
        ],
      }))}
      foot={[
        t('total'),
        '',
        format.number(report.guests),
        money(report.ordered),
        money(report.charged),
        money(0 - report.reduced),
        money(dueOf(report)),
        '',
        '',
      ]}
      none={t('nothingYet')}
    />
  )
}
