/** A Friday on a page, for the stage. */
import type { NightReport, Responses, VisitSlip } from '../../../shared/protocol/night-report.ts'
import { tonight } from './evening.ts'

const minute = 60_000
const hour = 60 * minute
const came = (calls: number, takenMedian: number, longestWait: number, escalated = 0): Responses => ({
  calls,
  taken: calls,
  takenMedian: takenMedian * 1000,
  longestWait: longestWait * 1000,
  resolved: calls,
  resolvedMedian: 4 * minute,
  escalated,
  reopened: 0,
})

const keeps: NightReport['keeps'] = [
  { at: tonight - 3 * hour, what: 'stored', label: 'K-0427', item: 'i1', tenths: 6, room: 'v08', by: 's4' },
  { at: tonight - hour, what: 'drawn', label: 'K-0427', item: 'i1', tenths: 4, room: 'v08', by: 's4', second: 's3' },
  { at: tonight - 40 * minute, what: 'extended', label: 'K-1180', item: 'i5', by: 's1' },
  {
    at: tonight - 35 * minute,
    what: 'corrected',
    label: 'K-5093',
    item: 'i2',
    tenths: 10,
    shelf: 'C-21',
    was: { tenths: 8, shelf: 'C-12', owner: true },
    by: 's1',
    second: 's3',
  },
  { at: tonight - 30 * minute, what: 'forfeited', label: 'K-2210', item: 'i2', tenths: 3, by: 's1' },
]

export const night: NightReport = {
  day: '2026-11-20',
  seq: 18_204,
  facts: 2_317,
  visits: ['v01', 'v02', 'v05', 'v08', 'a02'].map((room, at) => ({
    visit: `visit-${room}`,
    room,
    openedAt: tonight - (5 - at) * hour,
    ...(at < 2 && { closedAt: tonight - 40 * minute, charge: 48_000 }),
    party: 4 + at,
    attendant: at % 2 === 0 ? 's3' : 's4',
    ordered: 68_800 + at * 35_450,
    comps: at === 3 ? 8_800 : 0,
    returned: 0,
    orders: 3 + at,
    calls: at,
    firstSongAfter: 4 * minute + at * 1000,
  })),
  guests: 30,
  ordered: 698_500,
  charged: 96_000,
  comps: [
    {
      at: tonight - hour,
      visit: 'visit-v08',
      room: 'v08',
      kind: 'reduction',
      amount: 8_800,
      reason: 'complaint',
      by: 's1',
      second: 's2',
    },
  ],
  compTotal: 8_800,
  returned: 5_800,
  returnCount: 1,
  cancelled: 3,
  rejected: 1,
  unticked: [{ order: 'o1', visit: 'visit-v05', room: 'v05', total: 12_800 }],
  responses: came(21, 48, 402, 2),
  byKind: [
    { what: 'ice', ...came(9, 40, 120) },
    { what: 'microphone', ...came(5, 62, 210, 1) },
    { what: 'complaint-audio', ...came(2, 95, 402, 1) },
    { what: 'desk-looking-for', ...came(1, 20, 20) },
  ],
  byRoom: [
    { room: 'v08', ...came(8, 51, 402, 2) },
    { room: 'v05', ...came(3, 44, 90) },
  ],
  people: ['s1', 's2', 's3', 's4'].map((staff, at) => ({
    staff,
    attended: at > 1 ? 349_250 : 0,
    booked: at === 1 ? 139_700 : 0,
    visitsBooked: at === 1 ? 1 : 0,
    comps: at === 0 ? 8_800 : 0,
    compCount: at === 0 ? 1 : 0,
    returns: at === 0 ? 5_800 : 0,
    returnCount: at === 0 ? 1 : 0,
    facesAtTable: at === 1 ? 3 : 0,
    responses: came(5 + at, 40 + at * 9, 200),
  })),
  slow: [
    {
      request: 'q1',
      what: 'complaint-audio',
      room: 'v08',
      at: tonight - hour,
      waited: 402_000,
      takenBy: 's3',
      solvedBy: 's1',
      solvedAfter: 864_000,
      escalated: 2,
    },
    {
      request: 'q2',
      what: 'microphone',
      room: 'v08',
      at: tonight - 2 * hour,
      waited: 210_000,
      takenBy: 's4',
      solvedAfter: 300_000,
    },
    { request: 'q3', what: 'desk-looking-for', at: tonight - 3 * hour, waited: 20_000, takenBy: 's1' },
  ],
  openComplaints: [{ request: 'q9', what: 'complaint-delay', room: 'v02', at: tonight - 4 * minute, waited: 240_000 }],
  faces: { angry: 0, unhappy: 2, happy: 9, delighted: 14 },
  facesAtTable: 3,
  badFactors: [
    { factor: 'audio', times: 2 },
    { factor: 'delay', times: 1 },
  ],
  keepsStored: 3,
  keepsDrawn: 1,
  keeps,
  songs: 214,
  firstSongMedian: 252_000,
  hours: [0, 8, 22, 41, 56, 48, 30].map((guests, at) => ({
    at: tonight - (6 - at) * hour,
    guests,
    ordered: [0, 12_000, 61_000, 74_000, 182_000, 121_000, 88_000][at] ?? 0,
    calls: at,
  })),
}

export const slip: VisitSlip = {
  visit: 'visit-v08',
  room: 'v08',
  openedAt: tonight - 2 * hour,
  orders: [
    {
      order: 'o7',
      source: 'usual',
      total: 34_800,
      lines: [{ line: 'l1', item: 'i1', qty: 6, unitPrice: 5_800 }],
      steps: [
        { at: tonight - 110 * minute, what: 'placed', device: 'd8' },
        { at: tonight - 109 * minute, what: 'accepted', staff: 's4' },
        { at: tonight - 101 * minute, what: 'delivered', staff: 's3' },
        { at: tonight - 95 * minute, what: 'returned', staff: 's1', second: 's2', line: 'l1', qty: 1 },
        { at: tonight - 90 * minute, what: 'ticked', staff: 's1' },
      ],
    },
  ],
  comps: [],
  keeps: keeps.slice(0, 2),
  total: 29_000,
}
