/** The money of the night row by row: what was given and returned, what nobody keyed in, and what each party comes to. */
import type { NightReport, NightVisit } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { itemName, peopleNames, roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import { dueOf } from './due.ts'
import { Table } from './table.tsx'
import { compWords } from './words.ts'

export function CompsTable({ report }: { report: NightReport }) {
  const speech = useSpeech()
  const { t, format, house } = speech
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
          format.time(comp.at),
          roomName(house, comp.room),
          <>
            {compWords(speech, comp)}
            {comp.takenBack && (
              <small class="night-small">{t('compTakenBack', { who: staffName(house, comp.takenBack.by) })}</small>
            )}
          </>,
          t(`compReason.${comp.reason}`),
          comp.takenBack ? <s key="amount">{format.money(comp.amount)}</s> : format.money(comp.amount),
          peopleNames(house, comp.by, comp.second),
        ],
      }))}
      foot={['', t('total'), '', '', format.money(report.compTotal), '']}
      none={t('noComps')}
    />
  )
}

export function ReturnsTable({ report }: { report: NightReport }) {
  const { t, format, house } = useSpeech()
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
          format.money(back.amount),
          peopleNames(house, back.by, back.second),
        ],
      }))}
      foot={['', t('total'), '', '', format.money(report.returned), '']}
      none={t('noReturns')}
    />
  )
}

/** Nothing where everything was keyed in. */
export function UntickedTable({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const { t, format, house } = useSpeech()
  if (report.unticked.length === 0) return null
  return (
    <Table
      title={t('untickedFigure')}
      columns={[{ head: t('roomWord') }, { head: t('amount'), figure: true }, { head: t('slip') }]}
      rows={report.unticked.map(({ order, visit, room, total }) => ({
        key: order,
        cells: [
          roomName(house, room),
          format.money(total),
          <button key="slip" type="button" class="night-slip" onClick={() => onVisit(visit)}>
            {t('slip')}
          </button>,
        ],
      }))}
      foot={[t('total'), format.money(report.unticked.reduce((sum, { total }) => sum + total, 0)), '']}
      none=""
    />
  )
}

export function VisitsTable({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const { t, format, house } = useSpeech()
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
            {format.money(visit.ordered)}
            {/* Who is still here may order yet. */}
            {visit.missing !== undefined && visit.closedAt !== undefined && (
              <small class="night-small" data-bad>
                {t('missingTo', { amount: format.money(visit.missing) })}
              </small>
            )}
          </>,
          visit.charge === undefined ? '–' : format.money(visit.charge),
          visit.reduced === 0 ? '–' : format.money(0 - visit.reduced),
          format.money(dueOf({ ...visit, charged: visit.charge ?? 0 })),
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
        format.money(report.ordered),
        format.money(report.charged),
        format.money(0 - report.reduced),
        format.money(dueOf(report)),
        '',
        '',
      ]}
      none={t('nothingYet')}
    />
  )
}
