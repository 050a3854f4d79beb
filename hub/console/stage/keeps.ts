/** The stage's shelf of guests' bottles. */
import type { AnswerOf, QueryOf } from '../../../shared/protocol/queries.ts'
import { tonight } from './evening.ts'

const day = 86_400_000

const nightOf = (at: number) => new Date(at).toISOString().slice(0, 10)
/** The end of the night so many days away: 06:00 in Shanghai. */
const ends = (days: number) => {
  const lastDay = nightOf(tonight + days * day)
  return { expiresAt: Date.parse(`${lastDay}T22:00Z`), lastDay }
}
const storedFor = (days: number) => ({ storedAt: tonight - days * day, storedOn: nightOf(tonight - days * day) })

const keeps: AnswerOf['Keeps']['keeps'] = [
  {
    id: 'k3',
    label: 'K-2210',
    item: 'i1',
    tenths: 3,
    shelf: 'A-03',
    ...storedFor(98),
    ...ends(-8),
    room: 'a05',
  },
  {
    id: 'k2',
    label: 'K-1180',
    item: 'i3',
    tenths: 8,
    shelf: 'B-07',
    ...storedFor(80),
    ...ends(10),
    room: 'v05',
    member: { id: 'm5', called: '李小姐' },
  },
  {
    id: 'k1',
    label: 'K-0427',
    item: 'i1',
    tenths: 6,
    shelf: 'B-12',
    ...storedFor(50),
    ...ends(40),
    room: 'v08',
    member: { id: 'm2', called: '欧阳䶮女士' },
  },
  {
    id: 'k4',
    label: 'K-5093',
    item: 'i2',
    tenths: 10,
    shelf: 'C-21',
    ...storedFor(0),
    storedBy: 's1',
    visit: 'p2',
    ...ends(88),
    member: { id: 'm7' },
  },
]

export function keepsOf({ of, visit, text = '' }: QueryOf<'Keeps'>): AnswerOf['Keeps'] {
  const expired = keeps.filter(({ expiresAt }) => expiresAt <= tonight)
  const soon = keeps.filter(({ expiresAt }) => expiresAt > tonight && expiresAt <= tonight + 14 * day)
  const standing = of === 'all' ? keeps : of === 'soon' ? soon : expired
  const found = standing.filter(
    ({ label, member }) => label.includes(text) && (visit === undefined || member?.id === 'm2'),
  )
  return { keeps: found, more: false, counts: { all: keeps.length, soon: soon.length, expired: expired.length } }
}
