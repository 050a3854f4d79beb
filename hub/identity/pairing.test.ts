import { describe, expect, it } from 'vitest'
import { createDevices } from './devices.ts'
import { createLinks } from './links.ts'
import { createPairing } from './pairing.ts'
import { createTestClock, createTestIds, createTestMarks, createTestRows, deviceRow } from './world.testing.ts'

function house() {
  const clock = createTestClock()
  const ids = createTestIds()
  const rows = createTestRows(deviceRow({ id: 'd1', kind: 'console' }))
  const devices = createDevices({ rows, marks: createTestMarks(ids), clock, idleSince: () => 0 })
  const sessions: string[] = []
  const openSession = async (device: string, staff: string) => void sessions.push(`${staff}@${device}`)
  const links = createLinks({ devices, ids, clock, openSession })
  const round = { open: false }
  const pairing = createPairing({ devices, ids, clock, inRound: () => round.open })
  const ask = (address = '10.0.0.1') => {
    const asked = pairing.ask(address)
    if ('refused' in asked) throw new Error(asked.refused)
    return asked
  }
  return { clock, rows, devices, links, pairing, round, sessions, ask }
}

describe('a one-time link', () => {
  it('gives the device a token, and opens the session it was made for', async () => {
    const { links, devices, sessions } = house()
    const claimed = await links.claim('d1', links.mint({ device: 'd1', staff: 'p1', ttlMs: 1000 }))
    expect('token' in claimed && devices.authenticate('d1', claimed.token)?.id).toBe('d1')
    expect(sessions).toEqual(['p1@d1'])
  })

  it('is claimed once, even by two at the same moment', async () => {
    const { links, sessions } = house()
    const secret = links.mint({ device: 'd1', staff: 'p1', ttlMs: 1000 })
    const claims = await Promise.all([links.claim('d1', secret), links.claim('d1', secret)])
    expect(claims.map(claim => 'token' in claim)).toEqual([true, false])
    expect(sessions).toHaveLength(1)
  })

  it('is for its device only, and only for a while', async () => {
    const { links, clock } = house()
    const secret = links.mint({ device: 'd1', ttlMs: 1000 })
    expect(await links.claim('d2', secret)).toMatchObject({ refused: 'bad-code' })
    expect(await links.claim('d1', `${secret}x`)).toMatchObject({ refused: 'bad-code' })
    clock.advance(1000)
    expect(await links.claim('d1', secret)).toMatchObject({ refused: 'code-expired' })
    expect(await links.claim('d1', links.mint({ device: 'd9', ttlMs: 1000 }))).toMatchObject({ refused: 'bad-code' })
  })
})

describe('pairing by six characters', () => {
  it('hands the token to the device that asked, once, after the row is there', async () => {
    const { pairing, ask, rows } = house()
    const { code, secret } = ask()
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/)
    const confirmed = pairing.confirm('console1', code, 'd7')
    if ('refused' in confirmed) throw new Error(confirmed.refused)
    expect(pairing.poll(secret)).toMatchObject({ waiting: true })
    await rows.save({ ...deviceRow({ id: 'd7', kind: 'panel', room: 'r1' }), tokens: [confirmed.token] })
    const fetched = pairing.poll(secret)
    expect('token' in fetched && fetched.device.id).toBe('d7')
    expect(pairing.poll(secret)).toMatchObject({ refused: 'code-expired' })
  })

  it('is confirmed once; a confirmation that came to nothing may be repeated', async () => {
    const { pairing, ask, rows } = house()
    const { code } = ask()
    pairing.confirm('console1', code, 'd7')
    const again = pairing.confirm('console1', code, 'd8')
    if ('refused' in again) throw new Error(again.refused)
    await rows.save({ ...deviceRow({ id: 'd8', kind: 'panel', room: 'r1' }), tokens: [again.token] })
    expect(pairing.confirm('console1', code, 'd9')).toMatchObject({ refused: 'bad-code' })
  })

  it('may be for a device that was written down before and that nothing was paired as', async () => {
    const { pairing, ask, rows } = house()
    const written = deviceRow({ id: 'd7', kind: 'panel', room: 'r1' })
    await rows.save(written)
    const { code, secret } = ask()
    pairing.confirm('console1', code, 'd7')
    expect(pairing.poll(secret)).toMatchObject({ waiting: true })
    // Its row was changed by somebody else meanwhile: that confirmation came to nothing, and is repeated.
    const again = pairing.confirm('console1', code, 'd7')
    if ('refused' in again) throw new Error(again.refused)
    await rows.save({ ...written, tokens: [again.token] })
    expect(pairing.confirm('console1', code, 'd8')).toMatchObject({ refused: 'bad-code' })
    expect(pairing.poll(secret)).toMatchObject({ device: { id: 'd7' } })
  })

  it('ends after five minutes', () => {
    const { pairing, ask, clock } = house()
    const { code, secret } = ask()
    clock.advance(5 * 60_000)
    expect(pairing.poll(secret)).toMatchObject({ refused: 'code-expired' })
    expect(pairing.confirm('console1', code, 'd7')).toMatchObject({ refused: 'bad-code' })
  })

  it('allows five wrong codes in five minutes on one console', () => {
    const { pairing, ask, clock } = house()
    const { code } = ask()
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(pairing.confirm('console1', 'BBBBBB', 'd7')).toMatchObject({ refused: 'bad-code' })
    expect(pairing.confirm('console1', code, 'd7')).toMatchObject({
      refused: 'too-many',
      next: 'wait',
      waitMs: 300_000,
    })
    expect(pairing.confirm('console2', code, 'd7')).toHaveProperty('token')
    clock.advance(5 * 60_000)
    expect(pairing.confirm('console1', ask().code, 'd8')).toHaveProperty('token')
  })

  it('has a place for every tablet of a house while a manager pairs one after the other, and five again afterwards', () => {
    const { ask, pairing, round } = house()
    const tablets = Array.from({ length: 40 }, (_, at) => `10.0.1.${at}`)
    for (const tablet of tablets.slice(0, 5)) ask(tablet)
    expect(pairing.ask('10.0.1.5')).toMatchObject({ refused: 'too-many' })
    round.open = true
    const codes = tablets.slice(5).map(tablet => ask(tablet).code)
    expect(new Set(codes).size).toBe(35)
    for (let more = 0; more < 24; more += 1) ask(`10.0.2.${more}`)
    expect(pairing.ask('10.0.3.1')).toMatchObject({ refused: 'too-many' })
    round.open = false
    // Who has a code keeps it; nobody else gets one.
    expect(pairing.confirm('console1', codes[34] ?? '', 'd7')).toHaveProperty('token')
    expect(pairing.ask('10.0.3.1')).toMatchObject({ refused: 'too-many' })
  })

  it('takes no code from who waits since a round for somebody who gets none all the same', () => {
    const { ask, pairing, round } = house()
    round.open = true
    const behind = Array.from({ length: 20 }, () => ask('10.0.0.1'))
    round.open = false
    for (const other of ['10.0.2.1', '10.0.2.2', '10.0.0.1'])
      expect(pairing.ask(other)).toMatchObject({ refused: 'too-many' })
    for (const { secret } of behind) expect(pairing.poll(secret)).toMatchObject({ waiting: true })
  })

  it('has a place for the tablets behind one access point that routes, whose address is one, and not for a flood', () => {
    const { ask, pairing, round } = house()
    round.open = true
    const behind = Array.from({ length: 24 }, () => ask('10.0.0.1'))
    for (const { secret } of behind) expect(pairing.poll(secret)).toMatchObject({ waiting: true })
    ask('10.0.0.1')
    expect(pairing.poll(behind[0]?.secret ?? '')).toMatchObject({ refused: 'code-expired' })
    expect(pairing.poll(behind[1]?.secret ?? '')).toMatchObject({ waiting: true })
    // Whoever floods from there has not taken the places of the others.
    for (let more = 0; more < 40; more += 1) ask('10.0.0.1')
    for (let more = 0; more < 40; more += 1) ask(`10.0.2.${more}`)
  })

  it('waits for at most five devices, two of one address', () => {
    const { pairing, ask } = house()
    const first = ask('10.0.0.1')
    ask('10.0.0.1')
    ask('10.0.0.1')
    expect(pairing.poll(first.secret)).toMatchObject({ refused: 'code-expired' })
    for (const address of ['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5']) ask(address)
    expect(pairing.ask('10.0.0.6')).toMatchObject({ refused: 'too-many', next: 'wait' })
    // Whoever waits already may still start anew.
    expect(ask('10.0.0.2').code).toHaveLength(6)
  })

  it('keeps a place for the house where strangers at a few addresses ask without end', () => {
    const { pairing, ask } = house()
    const strangers = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
    const flood = () => {
      for (const address of [...strangers, ...strangers, ...strangers]) pairing.ask(address)
    }
    flood()
    const { code, secret } = ask('10.0.1.1')
    flood()
    expect(pairing.poll(secret)).toMatchObject({ waiting: true })
    expect(pairing.confirm('console1', code, 'd7')).toHaveProperty('token')
  })

  it('takes no place from who was confirmed and has not fetched it yet', () => {
    const { pairing, ask } = house()
    const { code, secret } = ask('10.0.0.1')
    ask('10.0.0.1')
    for (const address of ['10.0.0.2', '10.0.0.3', '10.0.0.4']) ask(address)
    pairing.confirm('console1', code, 'd7')
    expect(pairing.ask('10.0.0.5')).toMatchObject({ refused: 'too-many' })
    expect(pairing.poll(secret)).toMatchObject({ waiting: true })
  })
})
