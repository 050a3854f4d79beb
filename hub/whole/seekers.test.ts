/** 我来找人 on a whole hub: from the desk to the room and back, and nothing of it anywhere afterwards. */
import { describe, expect, it, vi } from 'vitest'
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'
import { hour } from '../domain/fixture.testing.ts'
import { kiosk, openRoom, panel, signIn } from './party.testing.ts'
import { createTestHouse, type TestClient, type TestHouse } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const called = '门口李小姐'

async function asked() {
  const house = await createTestHouse()
  const hub = await house.open()
  const { visit, manager } = await openRoom(hub)
  const [room, desk] = [hub.watch(panel), hub.watch(manager)]
  const answer = await hub.send(manager, { type: 'AskHost', visit, called })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return { house, hub, manager, visit, room, desk, seeker: String(answer.result.seeker) }
}

const shown = (client: TestClient, visit?: string) =>
  (client.slices.get(visit === undefined ? 'visit' : `visit/${visit}`) as Pick<PanelVisitView, 'seekers'>).seekers

async function texts({ disk }: TestHouse): Promise<string> {
  const found = await Promise.all(
    (await disk.inner.list('data/texts')).map(name => disk.inner.read(`data/texts/${name}`)),
  )
  return found.join('\n')
}

describe('somebody at the door', () => {
  it('is asked about in the room, and the host’s word is on the desk', async () => {
    const { house, hub, manager, visit, room, desk, seeker } = await asked()
    const lobby = hub.watch(kiosk)
    expect(shown(room)).toEqual([{ id: seeker, called }])
    expect(shown(desk, visit)).toMatchObject([{ id: seeker, called }])
    expect(await hub.send(panel, { type: 'AnswerSeeker', seeker, answer: 'let-in' }, { visit })).toMatchObject({
      ok: true,
    })
    expect(shown(room)).toBeUndefined()
    expect(shown(desk, visit)).toMatchObject([{ id: seeker, answer: 'let-in' }])
    // Of none of it does the lobby's screen know, nor the bar, nor a journal a name.
    expect(JSON.stringify([...lobby.slices, ...lobby.frames])).not.toMatch(new RegExp(`${called}|${seeker}`))
    const bar = hub.watch({ kind: 'station', device: 'd1-bar', station: 'bar' })
    expect(shown(bar, visit)).toBeUndefined()
    expect(JSON.stringify(house.durable)).not.toContain(called)
    expect(await texts(house)).toContain(called)
    expect(await hub.send(manager, { type: 'EndSeeker', seeker })).toMatchObject({ ok: true })
    expect(shown(desk, visit)).toBeUndefined()
    await hub.stop()
    expect(await texts(house)).not.toContain(called)
  })

  it('is asked about again in the room after 稍等, by the same name', async () => {
    const { hub, manager, visit, room, desk, seeker } = await asked()
    await hub.send(panel, { type: 'AnswerSeeker', seeker, answer: 'wait' }, { visit })
    expect(shown(room)).toBeUndefined()
    expect(await hub.send(manager, { type: 'AskHost', visit, seeker })).toMatchObject({ ok: true, result: { seeker } })
    expect(shown(room)).toEqual([{ id: seeker, called }])
    expect(shown(desk, visit)).toEqual([{ id: seeker, at: expect.any(Number), called }])
  })

  it('is known after a restart, and gone with the party', async () => {
    const { house, visit, seeker } = await asked()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    const room = hub.watch(panel)
    expect(shown(room)).toEqual([{ id: seeker, called }])
    await hub.send(manager, { type: 'SettleVisit', visit })
    expect(await hub.send(manager, { type: 'CloseVisit', visit })).toMatchObject({ ok: true })
    expect(JSON.stringify([...room.slices])).not.toContain(called)
    expect(await hub.send(manager, { type: 'EndSeeker', seeker })).toMatchObject({ ok: false })
    await hub.stop()
    expect(await texts(house)).not.toContain(called)
  })

  it('leaves nothing when the room is closed while somebody is told, or is just being asked about', async () => {
    const { house, hub, manager, visit, seeker } = await asked()
    await hub.send(manager, { type: 'SettleVisit', visit })
    const [told, , closed] = await Promise.all([
      hub.send(manager, { type: 'EndSeeker', seeker }),
      hub.send(manager, { type: 'AskHost', visit, called: '门口陈先生' }),
      hub.send(manager, { type: 'CloseVisit', visit }),
    ])
    expect([told, closed]).toMatchObject([{ ok: true }, { ok: true }])
    await house.clock.turn(14 * hour)
    await hub.stop()
    expect(await texts(house)).not.toMatch(/李小姐|陈先生/)
  })

  it('is no question for the panel of a room that hides or wants to be left alone', async () => {
    const { hub, manager, visit, room, desk, seeker } = await asked()
    await hub.send(panel, { type: 'SetDoNotDisturb', on: true }, { visit })
    expect(shown(room)).toBeUndefined()
    await hub.send(panel, { type: 'SetDoNotDisturb', on: false }, { visit })
    expect(shown(room)).toHaveLength(1)
    await hub.send(manager, { type: 'SetDiscreet', visit, discreet: true })
    expect(shown(room)).toBeUndefined()
    expect(desk.slices.get(`visit/${visit}`)).toMatchObject({ discreet: true, seekers: [{ id: seeker }] })
    // Somebody went there.
    expect(await hub.send(manager, { type: 'AnswerSeeker', seeker, answer: 'not-now' })).toMatchObject({ ok: true })
    expect(shown(desk, visit)).toMatchObject([{ answer: 'not-now' }])
  })
})
