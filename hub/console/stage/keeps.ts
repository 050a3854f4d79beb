/** The stage's shelf of guests' bottles. */
import type { AnswerOf, QueryOf } from '../../../shared/protocol/queries.ts'
import { tonight } from './evening.ts'

const day = 86_400_000

const keeps: AnswerOf['Keeps']['keeps'] = [
  {
    id: 'k3',
    label: 'K-2210',
    item: 'i1',
    tenths: 3,
    shelf: 'A-03',
    storedAt: tonight - 98 * day,
    expiresAt: tonight - 8 * day,
    room: 'a05',
  },
  {
    id: 'k2',
    label: 'K-1180',
    item: 'i3',
    tenths: 8,
    shelf: 'B-07',
    storedAt: tonight - 80 * day,
    expiresAt: tonight + 10 * day,
    room: 'v05',
    member: { id: 'm5', called: '李小姐' },
  },
  {
    id: 'k1',
    label: 'K-0427',
    item: 'i1',
    tenths: 6,
    shelf: 'B-12',
    storedAt: tonight - 50 * day,
    expiresAt: tonight + 40 * day,
    room: 'v08',
    member: { id: 'm2', called: '欧阳䶮女士' },
  },
  {
    id: 'k4',
    label: 'K-5093',
    item: 'i2',
    tenths: 10,
    shelf: 'C-21',
    storedAt: tonight - 2 * day,
    expiresAt: tonight + 88 * day,
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
