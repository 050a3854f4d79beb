/** The calls of the night: which complaints are left or were taken back, what waited longest, and how long each kind and room did. */
import type { NightReport } from '../../../shared/protocol/night-report.ts'
import { roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import type { Speech } from '../state/speech.ts'
import { type Column, Table } from './table.tsx'
import { callKindWord, responseCells, waitText } from './words.ts'

/** Nothing of complaints where none is left and none was taken back. */
export function CallTables({ report }: { report: NightReport }) {
  const { t } = useSpeech()
  return (
    <>
      {report.openComplaints.length > 0 && (
        <SlowTable title={t('complaintsLeft')} calls={report.openComplaints} none="" />
      )}
      {report.withdrawnComplaints.length > 0 && <WithdrawnTable calls={report.withdrawnComplaints} />}
      <SlowTable title={t('slowCalls')} calls={report.slow} none={t('noCalls')} />
    </>
  )
}

function SlowTable({ title, calls, none }: { title: string; calls: NightReport['slow']; none: string }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  return (
    <Table
      title={title}
      columns={[
        { head: t('at'), wide: true },
        { head: t('roomWord') },
        { head: t('whatCall') },
        { head: t('waited'), figure: true },
        { head: t('tookIt') },
        { head: t('solvedAfter'), figure: true },
        { head: t('escalatedTimes'), figure: true, wide: true },
      ]}
      rows={calls.map(({ request, at, room, what, waited, takenBy, solvedBy, solvedAfter, escalated = 0 }) => ({
        key: request,
        cells: [
          format.time(at),
          room === undefined ? '–' : roomName(house, room),
          callKindWord(speech, what),
          waitText(speech, waited),
          takenBy === undefined
            ? t('nobody')
            : [takenBy, solvedBy].flatMap(id => (id === undefined ? [] : staffName(house, id))).join(' → '),
          waitText(speech, solvedAfter),
          format.number(escalated),
        ],
      }))}
      none={none}
    />
  )
}

function WithdrawnTable({ calls }: { calls: NightReport['withdrawnComplaints'] }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  return (
    <Table
      title={t('complaintsWithdrawn')}
      columns={[
        { head: t('at') },
        { head: t('roomWord') },
        { head: t('whatCall') },
        { head: t('tookIt') },
        { head: t('withdrawnAfter'), figure: true },
      ]}
      rows={calls.map(({ request, at, room, what, takenBy, withdrawnAfter }) => ({
        key: request,
        cells: [
          format.time(at),
          room === undefined ? '–' : roomName(house, room),
          callKindWord(speech, what),
          takenBy === undefined ? t('nobody') : staffName(house, takenBy),
          waitText(speech, withdrawnAfter),
        ],
      }))}
      none=""
    />
  )
}

export function WaitTables({ report }: { report: NightReport }) {
  const speech = useSpeech()
  const { t, house } = speech
  const waits = waitColumns(t)
  return (
    <>
      <Table
        title={t('byCall')}
        columns={[{ head: t('whatCall') }, ...waits]}
        rows={report.byKind.map(row => ({
          key: row.what,
          cells: [callKindWord(speech, row.what), ...responseCells(speech, row)],
        }))}
        none={t('noCalls')}
      />
      <Table
        title={t('byRoom')}
        columns={[{ head: t('roomWord') }, ...waits]}
        rows={report.byRoom.map(row => ({
          key: row.room,
          cells: [roomName(house, row.room), ...responseCells(speech, row)],
        }))}
        none={t('noCalls')}
      />
    </>
  )
}

/** As {@link responseCells} fills them. */
const waitColumns = (t: Speech['t']): readonly Column[] => [
  { head: t('callsFigure'), figure: true },
  { head: t('usualWait'), figure: true },
  { head: t('longestWait'), figure: true, wide: true },
  { head: t('resolvedFigure'), figure: true },
  { head: t('escalatedFigure'), figure: true, wide: true },
]
