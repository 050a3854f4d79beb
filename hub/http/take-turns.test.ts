/** Given an address that asks for more than its pace, then it waits its turn, and is turned away where that takes too long. */
import { createServer, type Server } from 'node:http'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { paceReading } from './limits.ts'
import { listen } from './listen.ts'
import { networkOf } from './own-names.ts'
import { createTurns } from './take-turns.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function door(points: number, seconds: number): Promise<string> {
  const app = express()
  app.use(paceReading({ points, seconds }), (_request, response) => void response.json({}))
  server = createServer(app)
  return `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/`
}

describe('who asks for more than their pace', () => {
  it('waits: all scripts of a page come in the end, however many load it at once', async () => {
    const url = await door(3, 0.15)
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await fetch(url)).status))
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  it('has no turn any more once they are gone', async () => {
    const app = express()
    const [came, served]: string[][] = [[], []]
    app.use((request, _response, next) => {
      came?.push(request.path)
      next()
    })
    app.use(paceReading({ points: 1, seconds: 0.3 }), (request, response) => {
      served?.push(request.path)
      response.json({})
    })
    server = createServer(app)
    const url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/`
    const leaving = new AbortController()
    await fetch(`${url}first`)
    const gone = fetch(`${url}gone`, { signal: leaving.signal }).catch(() => 'gone')
    await expect.poll(() => came).toContain('/gone')
    leaving.abort()
    expect(await gone).toBe('gone')
    await fetch(`${url}last`)
    expect(served).toEqual(['/first', '/last'])
  })

  it('is told to come back by a header that a browser heeds where it would take too long', async () => {
    const url = await door(1, 60)
    expect((await fetch(url)).status).toBe(200)
    const { status, headers } = await fetch(url)
    expect(status).toBe(429)
    for (const name of ['refresh', 'retry-after']) expect(headers.get(name)).toBe('60')
  })

  it('waits the longer the more there are, and not at all once they have paused', () => {
    let now = 0
    const turnOf = createTurns({ points: 2, seconds: 1 }, 5000, () => now)
    expect([1, 2, 3, 4].map(() => turnOf('a'))).toEqual([0, 0, 500, 1000].map(waitMs => ({ waitMs })))
    expect(turnOf('b')).toEqual({ waitMs: 0 })
    now = 3000
    expect(turnOf('a')).toEqual({ waitMs: 0 })
    // However long: an hour of silence is no right to a flood.
    now = 3_600_000
    expect([1, 2, 3].map(() => turnOf('a'))).toEqual([0, 0, 500].map(waitMs => ({ waitMs })))
  })

  it('has no turn where it would take too long, and loses none by asking', () => {
    let now = 0
    const turnOf = createTurns({ points: 1, seconds: 10 }, 10_000, () => now)
    const late = { tooLongMs: 20_000 }
    expect([1, 2, 3, 4].map(() => turnOf('a'))).toEqual([{ waitMs: 0 }, { waitMs: 10_000 }, late, late])
    now = 10_000
    expect(turnOf('a')).toEqual({ waitMs: 10_000 })
  })

  it('has ten addresses’ worth in a network of IPv6, however many they take there', () => {
    const turnOf = createTurns({ points: 1, seconds: 10 }, 0, () => 0)
    const turns = Array.from({ length: 12 }, (_, at) => 'waitMs' in turnOf(`2001:db8::${at}`))
    expect(turns).toEqual([...Array(10).fill(true), false, false])
    expect(turnOf('2001:db8:0:1::1')).toEqual({ waitMs: 0 })
    expect(turnOf('192.168.1.7')).toEqual({ waitMs: 0 })
  })

  it('fills no memory, however many addresses they have', () => {
    const turnOf = createTurns({ points: 1, seconds: 10 }, 0, () => 0)
    turnOf('first')
    expect(turnOf('first')).toEqual({ tooLongMs: 10_000 })
    for (let count = 0; count < 10_000; count++) turnOf(`a${count}`)
    expect(turnOf('first')).toEqual({ waitMs: 0 })
  })
})

it('knows the network of an address', () => {
  for (const address of ['2001:db8:0:7::1', '2001:db8:0:7:aaaa:bbbb:cccc:dddd', '2001:0db8:0000:0007::'])
    expect(networkOf(address)).toBe('2001:db8:0:7')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('192.168.1.7')).toBeUndefined()
  expect(networkOf('gone')).toBeUndefined()
})
