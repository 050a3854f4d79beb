import { createHmac, scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pinWays } from '../domain/staff/staff.ts'
import { createPins, type Derive } from './pins.ts'

const pepper = Buffer.alloc(32, 7)

describe('PINs', () => {
  it('are right or wrong, with real scrypt', async () => {
    const pins = createPins({ pepper })
    const pin = await pins.hash('482913')
    expect(await pins.check({ pin }, '482913')).toBe(true)
    for (const other of ['482914', '182913', '48291', '4829133', ' 482913'])
      expect(await pins.check({ pin }, other)).toBe(false)
    expect(JSON.stringify(pin)).not.toContain('482913')
  }, 20_000)

  it('say how they were hashed; those that do not are of the first way', async () => {
    const ways: string[] = []
    const derive: Derive = async (peppered, _salt, way) => {
      ways.push(way)
      return peppered
    }
    const pins = createPins({ pepper, derive })
    const pin = await pins.hash('482913')
    expect(pin.way).toBe(pinWays.at(-1))
    expect(await pins.check({ pin: { salt: pin.salt, hash: pin.hash } }, '482913')).toBe(true)
    expect(ways).toEqual([pinWays.at(-1), pinWays[0]])
  })

  it('are hashed as slowly as is written down', async () => {
    const { salt, hash } = await createPins({ pepper }).hash('482913')
    const peppered = createHmac('sha256', pepper).update('482913').digest()
    const slow = scryptSync(peppered, Buffer.from(salt, 'base64url'), 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 })
    expect(hash).toBe(slow.toString('base64url'))
  }, 20_000)

  it('need the pepper', async () => {
    const derive: Derive = async (peppered, salt) => Buffer.concat([peppered, salt]).subarray(0, 32)
    const pin = await createPins({ pepper, derive }).hash('111111')
    expect(await createPins({ pepper: Buffer.alloc(32, 8), derive }).check({ pin }, '111111')).toBe(false)
  })

  it('cost the same work for somebody who does not exist, one at a time', async () => {
    let running = 0
    let most = 0
    const derive: Derive = async peppered => {
      most = Math.max(most, ++running)
      await new Promise(resolve => setImmediate(resolve))
      running -= 1
      derived += 1
      return peppered
    }
    let derived = 0
    const pins = createPins({ pepper, derive })
    const pin = await pins.hash('123456')
    derived = 0
    const answers = await Promise.all([
      pins.check(undefined, '123456'),
      pins.check({ pin }, '123456'),
      pins.check({ pin: { salt: '', hash: '' } }, '123456'),
    ])
    expect(answers).toEqual([false, true, false])
    expect({ derived, most }).toEqual({ derived: 3, most: 1 })
  })

  it('typed without end at one console keep nobody at another waiting for more than one of them', async () => {
    const order: string[] = []
    const derive: Derive = async peppered => {
      await new Promise(resolve => setImmediate(resolve))
      return peppered
    }
    const pins = createPins({ pepper, derive })
    const typed = (from: string) => pins.check(undefined, '123456', from).then(() => void order.push(from))
    const flood = Array.from({ length: 50 }, () => typed('bar'))
    await Promise.all([typed('desk'), typed('floor'), typed('desk')])
    expect(order).toEqual(['bar', 'bar', 'desk', 'floor', 'bar', 'desk'])
    await Promise.all(flood)
    expect(order).toHaveLength(53)
  })

  it('goes on after a failure', async () => {
    let fail = true
    const derive: Derive = async peppered => {
      if (fail) throw new Error('no memory')
      return peppered
    }
    const pins = createPins({ pepper, derive })
    await expect(pins.check(undefined, '123456')).rejects.toThrow('no memory')
    fail = false
    expect(await pins.check(undefined, '123456')).toBe(false)
  })
})
