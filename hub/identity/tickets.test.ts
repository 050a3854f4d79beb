import { describe, expect, it } from 'vitest'
import type { TicketView } from '../../shared/protocol/views/kiosk.ts'
import { createTickets } from './tickets.ts'
import { createTestClock, createTestIds } from './world.testing.ts'

function lobby() {
  const clock = createTestClock()
  const tickets = createTickets({ clock, ids: createTestIds(), origin: () => 'http://192.168.1.20:7777' })
  const shown: TicketView[] = []
  const stop = tickets.run('k1', ticket => shown.push(ticket))
  const codeOf = (ticket: TicketView | undefined) => ticket?.url.split('/P/')[1] ?? ''
  return { clock, tickets, shown, stop, codeOf }
}

describe('the ticket of a kiosk', () => {
  it('is all capitals, for a small QR, and holds 128 bits', () => {
    const { shown } = lobby()
    expect(shown[0]?.url).toMatch(/^HTTP:\/\/192\.168\.1\.20:7777\/P\/[A-Z2-7]{26}$/)
    expect(shown[0]?.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
  })

  it('changes every 30 s, and each is valid for 120 s', () => {
    const { clock, shown, tickets, codeOf, stop } = lobby()
    clock.advance(90_000)
    expect(new Set(shown.map(codeOf)).size).toBe(4)
    clock.advance(29_999)
    expect(tickets.claim(codeOf(shown[0]))).toHaveProperty('secret')
    clock.advance(30_001)
    expect(tickets.claim(codeOf(shown[1]))).toMatchObject({
      refused: expect.stringMatching(/ticket-used|code-expired/),
    })
    stop()
    const before = shown.length
    clock.advance(300_000)
    expect(shown).toHaveLength(before)
  })

  it('is claimed once, and then another one is shown at once', () => {
    const { tickets, shown, codeOf } = lobby()
    const claim = tickets.claim(codeOf(shown[0]))
    expect(tickets.claim(codeOf(shown[0]))).toMatchObject({ refused: 'ticket-used' })
    expect(shown).toHaveLength(2)
    if ('refused' in claim) throw new Error(claim.refused)
    expect(claim.principal.kiosk).toBe('k1')
    expect(claim.code).toBe(shown[0]?.code)
    expect(shown.map(({ claimed }) => claimed)).toEqual([undefined, claim.code])
    expect(Buffer.from(claim.secret, 'base64url')).toHaveLength(16)
  })

  it('makes a phone known for 20 minutes', () => {
    const { tickets, shown, codeOf, clock } = lobby()
    const claim = tickets.claim(codeOf(shown[0]))
    if ('refused' in claim) throw new Error(claim.refused)
    clock.advance(20 * 60_000 - 1)
    expect(tickets.phone(claim.secret)?.principal).toEqual(claim.principal)
    expect(tickets.byId(claim.principal.claim)).toBe(claim)
    clock.advance(1)
    expect(tickets.phone(claim.secret)).toBeUndefined()
    expect(tickets.byId(claim.principal.claim)).toBeUndefined()
    expect(tickets.phone('')).toBeUndefined()
  })

  it('leaves no more than a thousand claims in memory', () => {
    const { tickets, shown, codeOf } = lobby()
    const first = tickets.claim(codeOf(shown.at(-1)))
    for (let more = 0; more < 1000; more += 1) tickets.claim(codeOf(shown.at(-1)))
    if ('refused' in first) throw new Error(first.refused)
    expect(tickets.phone(first.secret)).toBeUndefined()
  })
})
