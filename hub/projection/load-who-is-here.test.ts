import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, minute } from '../domain/fixture.testing.ts'
import { given } from '../domain/given.testing.ts'
import { closed, opened, settled } from '../domain/party.testing.ts'
import { loadWhoIsHere } from './load-who-is-here.ts'

const arrived = (how: 'card' | 'phone-page', more: Partial<Extract<Event, { type: 'CheckedIn' }>> = {}): Event => ({
  type: 'CheckedIn',
  checkIn: 'c1',
  how,
  kiosk: 'kiosk1',
  member: 'wang',
  tier: 'black',
  welcomed: false,
  discreet: false,
  glance: false,
  lapsesAt: evening + 30 * minute,
  ...more,
})
const seated: Event = { type: 'CheckInSeated', checkIn: 'c1', visit: 'a' }
const called: Event = {
  type: 'ServiceCalled',
  request: 'r1',
  visit: 'a',
  service: 'ice',
  escalatesAt: evening + minute,
}

async function loadedOf(...past: readonly Event[]): Promise<readonly string[]> {
  const loaded: string[] = []
  const note = async (id: string) => void loaded.push(id)
  await loadWhoIsHere(given(...past).state, { loadFacts: note, texts: { load: note } })
  return loaded
}

describe('after a start', () => {
  it('whoever sits in a room or stands in the lobby is in memory', async () => {
    expect(await loadedOf(opened({ text: 't1-a' }))).toEqual(['wang', 't1-a'])
    expect(await loadedOf(arrived('card'))).toEqual(['wang'])
    expect(await loadedOf(arrived('card'), opened({ host: 'zhao' }), seated)).toEqual(['zhao', 'wang'])
  })

  it('whoever has gone is not, unless a screen still speaks of them', async () => {
    const gone = [opened({ text: 't1-a' }), settled, closed]
    expect(await loadedOf(arrived('card'), opened(), seated, settled, closed)).toEqual([])
    expect(await loadedOf(...gone)).toEqual([])
    expect(await loadedOf(opened(), called, settled, closed)).toEqual(['wang'])
    expect(await loadedOf(arrived('phone-page'), opened(), seated, settled, closed)).toEqual(['wang'])
    expect(await loadedOf(arrived('card', { welcomed: true }), opened(), seated, settled, closed)).toEqual(['wang'])
  })
})
