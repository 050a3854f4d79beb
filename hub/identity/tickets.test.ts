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
  it('is all capitals, for a small QR, and holds 128 bits; six letters beside an address are typed by hand', () => {
    const { shown } = lobby()
    expect(shown[0]?.url).toMatch(/^HTTP:\/\/192\.168\.1\.20:7777\/P\/[A-Z2-7]{26}$/)
    expect(shown[0]?.address).toBe('192.168.1.20:7777/p')
    expect(shown[0]?.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/)
  })

  it('changes every 30 s, and each is valid for 120 s', () => {
    const { clock, shown, tickets, codeOf, stop } = lobby()
    clock.advance(90_000)
    expect(new Set(shown.map(codeOf)).size).toBe(4)
    clock.advance(29_999)
    expect(tickets.claim({ ticket: codeOf(shown[0]) })).toHaveProperty('secret')
    clock.advance(30_001)
    expect(tickets.claim({ ticket: codeOf(shown[1]) })).toMatchObject({
      refused: expect.stringMatching(/ticket-used|code-expired/),
    })
    stop()
    const before = shown.length
    clock.advance(300_000)
    expect(shown).toHaveLength(before)
  })

  it('is claimed once, and then another one is shown at once', () => {
    const { tickets, shown, codeOf } = lobby()
    const claim = tickets.claim({ ticket: codeOf(shown[0]) })
    expect(tickets.claim({ ticket: codeOf(shown[0]) })).toMatchObject({ refused: 'ticket-used' })
    expect(shown).toHaveLength(2)
    if ('refused' in claim) throw new Error(claim.refused)
    expect(claim.principal.kiosk).toBe('k1')
    expect(claim.code).toBe(shown[0]?.code)
    expect(shown.map(({ claimed }) => claimed)).toEqual([undefined, claim.code])
    expect(Buffer.from(claim.secret, 'base64url')).toHaveLength(16)
  })

  it('makes a phone known for 20 minutes', () => {
    const { tickets, shown, codeOf, clock } = lobby()
    const claim = tickets.claim({ ticket: codeOf(shown[0]) })
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
    const first = tickets.claim({ ticket: codeOf(shown.at(-1)) })
    for (let more = 0; more < 1000; more += 1) tickets.claim({ ticket: codeOf(shown.at(-1)) })
    if ('refused' in first) throw new Error(first.refused)
    expect(tickets.phone(first.secret)).toBeUndefined()
  })

  it('is the same ticket whether its QR is scanned or its letters are typed', () => {
    const { tickets, shown, codeOf } = lobby()
    const [ticket] = shown
    const claim = tickets.claim({ code: ticket?.code ?? '', from: '10.0.0.7' })
    expect(claim).toMatchObject({ code: ticket?.code, principal: { kind: 'phone', kiosk: 'k1' } })
    expect(tickets.claim({ ticket: codeOf(ticket) })).toMatchObject({ refused: 'ticket-used' })
    expect(tickets.claim({ code: ticket?.code ?? '', from: '10.0.0.7' })).toMatchObject({ refused: 'bad-code' })
    const second = shown.at(-1)
    expect(tickets.claim({ ticket: codeOf(second) })).toHaveProperty('secret')
    expect(tickets.claim({ code: second?.code ?? '', from: '10.0.0.7' })).toMatchObject({ refused: 'bad-code' })
  })

  it('takes letters that were typed for 120 s', () => {
    const { clock, tickets, shown } = lobby()
    const [first] = shown
    clock.advance(119_999)
    expect(tickets.claim({ code: first?.code ?? '', from: '10.0.0.7' })).toHaveProperty('secret')
    const then = shown.at(-1)
    clock.advance(120_000)
    expect(tickets.claim({ code: then?.code ?? '', from: '10.0.0.7' })).toMatchObject({ refused: 'bad-code' })
  })

  it('cannot be guessed: ten wrong codes a minute from one address, sixty from all', () => {
    const { clock, tickets, shown } = lobby()
    const guess = (from: string) => tickets.claim({ code: 'AAAAAA', from })
    for (let times = 0; times < 10; times += 1) expect(guess('10.0.0.7')).toMatchObject({ refused: 'bad-code' })
    expect(tickets.claim({ code: shown.at(-1)?.code ?? '', from: '10.0.0.7' })).toEqual({
      refused: 'too-fast',
      next: 'wait',
      waitMs: 60_000,
    })
    expect(tickets.claim({ code: shown.at(-1)?.code ?? '', from: '10.0.0.8' })).toHaveProperty('secret')
    for (let other = 0; other < 50; other += 1) guess(`10.0.1.${other}`)
    expect(guess('10.0.2.1')).toMatchObject({ refused: 'too-fast' })
    clock.advance(60_000)
    expect(tickets.claim({ code: shown.at(-1)?.code ?? '', from: '10.0.0.7' })).toHaveProperty('secret')
  })
})
