import { describe, expect, it } from 'vitest'
import type { HubHealth } from '../../shared/protocol/wire.ts'
import { frame, gone, house, next } from './socket-house.testing.ts'

describe('frames out', () => {
  it('reach everybody in the audience, nobody else, in order', async () => {
    const { connectDevice, sockets, attached } = await house()
    const one = await connectDevice('p1')
    const two = await connectDevice('p2')
    const other = await connectDevice('c1')
    sockets.broadcaster.view('panel/r1', frame(1))
    sockets.broadcaster.view('panel/r9', frame(9))
    sockets.broadcaster.view('panel/r1', frame(2))
    attached[0]?.client.send(frame(3))
    const health = next<HubHealth>(other.socket, 'health')
    sockets.broadcaster.health({ status: 'storage-failed' })
    expect(await health).toEqual({ status: 'storage-failed' })
    await expect.poll(() => one.views.map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
    await expect.poll(() => two.views.map(({ seq }) => seq)).toEqual([0, 1, 2])
    expect(other.views.map(({ seq }) => seq)).toEqual([0])
  })

  it('that a client does not take are kept for a while and no longer: it is cut off, the others have theirs', async () => {
    const { connectDevice, connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 200,
      waitingBytes: 1_000_000_000,
      pongMs: 60_000,
    })
    const { views } = await connectDevice('p2')
    await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    // More than two sockets' buffers take by themselves.
    const many = 300
    for (let seq = 1; seq <= many; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(100_000)]] })
    await expect.poll(() => presence, { timeout: 15_000 }).toContain('p1 off')
    await expect.poll(() => views.length, { timeout: 15_000 }).toBe(many + 1)
    expect(views.map(({ seq }) => seq)).toEqual(Array.from({ length: many + 1 }, (_, seq) => seq))
    // Back again it is shown everything.
    const again = await connectDevice('p1')
    await expect.poll(() => again.views[0]?.whole).toBe(true)
  })

  it('of which too many wait cost a client its link at once, before they fill the hub', async () => {
    const { connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 60_000,
      pongMs: 60_000,
      waitingBytes: 1_000_000,
    })
    await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    for (let seq = 1; seq <= 500; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(20_000)]] })
    await expect.poll(() => presence).toContain('p1 off')
  })

  it('to a slow client get through: it is left alone as long as anything does', async () => {
    const { connectDeaf, sockets, presence } = await house({ lookMs: 20, stalledMs: 300, pongMs: 60_000 })
    const { net } = await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    let sent = 0
    let read = 0
    const slowly = setInterval(() => {
      const chunk: unknown = net.read()
      if (Buffer.isBuffer(chunk)) read += chunk.length
    }, 10)
    for (; sent < 200; sent++)
      sockets.broadcaster.view('panel/r1', { ...frame(sent), put: [['room', 'x'.repeat(20_000)]] })
    // Some kilobytes each time: it takes longer than a stalled one would be given.
    await expect.poll(() => read, { timeout: 10_000 }).toBeGreaterThan(3_900_000)
    clearInterval(slowly)
    expect(presence).not.toContain('p1 off')
  })

  it('in one piece that takes a weak link long get through, and what waits behind them is counted', async () => {
    const { connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 100,
      weakLink: 3000,
      pongMs: 60_000,
      waitingBytes: 20_000_000,
    })
    const { net } = await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    let read = 0
    const slowly = setInterval(() => {
      const chunk: unknown = net.read()
      if (Buffer.isBuffer(chunk)) read += chunk.length
    }, 10)
    // Nothing of it counts as through before all of it is.
    sockets.broadcaster.view('panel/r1', { ...frame(1), put: [['room', 'x'.repeat(9_000_000)]] })
    await expect.poll(() => read, { timeout: 10_000 }).toBeGreaterThan(9_000_000)
    clearInterval(slowly)
    expect(presence).not.toContain('p1 off')
    for (let seq = 2; seq <= 20; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(2_000_000)]] })
    await expect.poll(() => presence).toContain('p1 off')
  })

  it('that the hub fails to make cost that client its link, and nobody else', async () => {
    const { connectDevice, behaviour, errors } = await house()
    const { socket: calm } = await connectDevice('p2')
    behaviour.attach = () => {
      throw new Error('no view')
    }
    const { socket } = await connectDevice('p1')
    if (socket.connected) await gone(socket)
    expect(errors).toHaveLength(1)
    expect(calm.connected).toBe(true)
  })
})
