/** The page itself: the figures first, what needs an answer next, then everybody and everything row by row. */
import type { NightReport } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { faces } from '../../../shared/protocol/words.ts'
import '../parts/figure-grid.css'
import { dot } from '../parts/dot.ts'
import { type Figure, FigureList } from '../parts/figure-list.tsx'
import { bookerName, itemName, peopleNames, roomName } from '../parts/names.ts'
import { singsHere } from '../parts/sings-here.ts'
import { useSpeech } from '../state/house.ts'
import type { Speech } from '../state/speech.ts'
import { BookingsTable } from './bookings-table.tsx'
import { Curve } from './curve.tsx'
import { dueOf } from './due.ts'
import { CompsTable, ReturnsTable, UndoneTable, UntickedTable, VisitsTable } from './money-tables.tsx'
import { Table } from './table.tsx'
import { CallTables, WaitTables } from './wait-tables.tsx'
import { keepStepWords, waitText } from './words.ts'

export function NightPage({ report, onVisit }: { report: NightReport; onVisit: (visit: Id) => void }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  const { responses } = report
  const opened = report.visits.filter(({ before }) => !before)
  // What a room runs up is told of the night in which it is settled.
  const unsettled = report.visits.some(({ charge, closedAt }) => charge === undefined && closedAt === undefined)
  const settledOnly = unsettled ? { note: t('settledOnly') } : {}
  const lacking = report.visits.reduce(
    (sum, { missing = 0, charge }) => (charge === undefined ? sum : sum + missing),
    0,
  )
  // It is on no bill: who was let sing on, or pressed 买单 early, is found here.
  const sungOn = report.visits.reduce((sum, { afterwards = 0 }) => sum + afterwards, 0)
  const figures: readonly Figure[] = [
    { label: t('visitsFigure'), value: format.number(opened.length) },
    { label: t('guestsFigure'), value: format.number(report.guests) },
    { label: t('turnover'), value: format.money(report.ordered) },
    { label: t('roomCharge'), value: format.money(report.charged), ...settledOnly },
    {
      label: t('comps'),
      value: format.money(report.compTotal),
      ...(report.reduced > 0 && { note: t('comesOffOf', { amount: format.money(report.reduced) }) }),
    },
    { label: t('due'), value: format.money(dueOf(report)), ...(unsettled && { note: t('roomSettledOnly') }) },
    { label: t('minimumMissing'), value: format.money(lacking), bad: lacking > 0 },
    ...(sungOn > 0 ? [{ label: t('roomAfterwards'), value: format.money(sungOn), bad: true }] : []),
    { label: t('returns'), value: format.money(report.returned) },
    ...(report.undoneBills.length > 0
      ? [{ label: t('billsUndone'), value: format.number(report.undoneBills.length), bad: true }]
      : []),
    { label: t('untickedFigure'), value: format.number(report.unticked.length), bad: report.unticked.length > 0 },
    { label: t('callsFigure'), value: format.number(responses.calls) },
    { label: t('usualWait'), value: waitText(speech, responses.takenMedian) },
    { label: t('longestWait'), value: waitText(speech, responses.longestWait) },
    ...(singsHere(house)
      ? [
          { label: t('songsSung'), value: format.number(report.songs) },
          { label: t('firstSong'), value: waitText(speech, report.firstSongMedian) },
        ]
      : []),
    { label: t('keepsMoved'), value: `${report.keepsStored} / ${report.keepsDrawn}` },
  ]
  return (
    <div class="night-page">
      <FigureList class="figure-grid night-figures" figures={figures} />
      <Curve hours={report.hours} until={report.until} />
      <CallTables report={report} />
      <Table
        title={t('byPerson')}
        columns={[
          { head: t('staff') },
          { head: t('attended'), figure: true },
          { head: t('booked'), figure: true, wide: true },
          { head: t('comps'), figure: true },
          { head: t('returns'), figure: true, wide: true },
          { head: t('facesAtTable'), figure: true, wide: true },
          { head: t('tookCalls'), figure: true, wide: true },
          { head: t('usualWait'), figure: true },
        ]}
        rows={report.people.map(person => ({
          key: person.staff,
          cells: [
            bookerName(house, person.staff),
            format.money(person.attended),
            `${format.money(person.booked)} (${person.visitsBooked})`,
            `${format.money(person.comps)} (${person.compCount})`,
            `${format.money(person.returns)} (${person.returnCount})`,
            format.number(person.facesAtTable),
            format.number(person.responses.taken),
            waitText(speech, person.responses.takenMedian),
          ],
        }))}
        foot={peopleSums(report, speech)}
        none={t('nothingYet')}
      />
      <WaitTables report={report} />
      <section class="night-part" aria-label={t('satisfaction')}>
        <h2>{t('satisfaction')}</h2>
        <ul class="night-faces">
          {faces.map(face => (
            <li key={face}>
              {t(`face.${face}`)} <strong>{report.faces[face]}</strong>
            </li>
          ))}
        </ul>
        {report.facesAtTable > 0 && <p>{t('facesAtTableOf', { count: report.facesAtTable })}</p>}
        {report.badFactors.length > 0 && (
          <p>
            {t('becauseOf')}
            {report.badFactors.map(({ factor, times }) => `${t(`factor.${factor}`)} ${times}`).join(dot)}
          </p>
        )}
      </section>
      <BookingsTable report={report} />
      <CompsTable report={report} />
      <ReturnsTable report={report} />
      <UndoneTable report={report} onVisit={onVisit} />
      <UntickedTable report={report} onVisit={onVisit} />
      <Table
        title={t('keepsOfNight')}
        columns={[
          { head: t('at'), wide: true },
          { head: t('keepLabelHead') },
          { head: t('keepDrinkHead') },
          { head: t('whatHappened') },
          { head: t('roomWord'), wide: true },
          { head: t('byWhom') },
        ]}
        rows={report.keeps.map((keep, at) => ({
          key: `${keep.label ?? ''}${at}`,
          cells: [
            format.time(keep.at),
            <span key="label" class="night-label">
              {keep.label ?? '–'}
            </span>,
            keep.item === undefined ? '–' : itemName(house, keep.item),
            keepStepWords(speech, keep),
            keep.room === undefined ? '–' : roomName(house, keep.room),
            peopleNames(house, keep.by, keep.second),
          ],
        }))}
        none={t('noKeeps')}
      />
      <VisitsTable report={report} onVisit={onVisit} />
      <p class="quiet">{t('toldUntil', { day: format.day(report.until), time: format.time(report.until) })}</p>
    </div>
  )
}

function peopleSums({ people }: NightReport, { t, format }: Pick<Speech, 't' | 'format'>): readonly string[] {
  const sum = (of: (person: NightReport['people'][number]) => number) =>
    people.reduce((total, person) => total + of(person), 0)
  return [
    t('total'),
    format.money(sum(({ attended }) => attended)),
    `${format.money(sum(({ booked }) => booked))} (${sum(({ visitsBooked }) => visitsBooked)})`,
    `${format.money(sum(({ comps }) => comps))} (${sum(({ compCount }) => compCount)})`,
    `${format.money(sum(({ returns }) => returns))} (${sum(({ returnCount }) => returnCount)})`,
    format.number(sum(({ facesAtTable }) => facesAtTable)),
    format.number(sum(({ responses }) => responses.taken)),
    '',
  ]
}
