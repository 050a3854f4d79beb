import { describe, expect, it } from 'vitest'
import type { TimeCommand } from '../../shared/protocol/commands.ts'
import { createManualClock } from '../system/manual-clock.testing.ts'
import { createScheduler } from './scheduler.ts'

const ends = (entry: string): TimeCommand => ({ type: 'AssumeSongEnded', visit: 'v1', entry })

function house() {
  const clock = createManualClock()
  const issued: TimeCommand[] = []
  const scheduler = createScheduler({ clock, graceMs: 60_000, issue: command => issued.push(command) })
  return { clock, issued, scheduler, at: (ms: number) => clock.now() + ms }
}

describe('the scheduler', () => {
  it('issues what is due, once, in its order', async () => {
    const { clock, issued, scheduler, at } = house()
    scheduler.set('b', { at: at(2000), command: ends('b') })
    scheduler.set('a', { at: at(1000), command: ends('a') })
    await clock.turn(999)
    expect(issued).toEqual([])
    await clock.turn(5000)
    expect(issued).toEqual([ends('a'), ends('b')])
  })

  it('forgets what is not due any more, and what changed its time', async () => {
    const { clock, issued, scheduler, at } = house()
    scheduler.set('a', { at: at(1000), command: ends('a') })
    scheduler.set('b', { at: at(1000), command: ends('b') })
    scheduler.set('a', undefined)
    scheduler.set('b', { at: at(3000), command: ends('b') })
    await clock.turn(2000)
    expect(issued).toEqual([])
    await clock.turn(2000)
    expect(issued).toEqual([ends('b')])
  })

  it('tells two commands due at the same time for one thing apart', async () => {
    const { clock, issued, scheduler, at } = house()
    const when = at(1000)
    scheduler.set('playlists/v1', { at: when, command: ends('e1') })
    scheduler.set('playlists/v1', { at: when, command: ends('e2') })
    await clock.turn(1000)
    expect(issued).toEqual([ends('e2')])
  })

  it('gives what fell due before the start its grace, however often it is set', async () => {
    const { clock, issued, scheduler, at } = house()
    scheduler.set('a', { at: at(-5000), command: ends('a') })
    scheduler.set('a', { at: at(-5000), command: ends('a') })
    await clock.turn(59_999)
    expect(issued).toEqual([])
    await clock.turn(1)
    expect(issued).toEqual([ends('a')])
  })

  it('goes on when a clock that was ahead at the start is put right', async () => {
    const { clock, issued, scheduler, at } = house()
    await clock.turn(-8 * 3_600_000)
    scheduler.set('a', { at: at(2000), command: ends('a') })
    await clock.turn(2000)
    expect(issued).toEqual([ends('a')])
  })

  it('is silent once it was stopped', async () => {
    const { clock, issued, scheduler, at } = house()
    scheduler.set('a', { at: at(1000), command: ends('a') })
    scheduler.stop()
    scheduler.set('b', { at: at(1000), command: ends('b') })
    await clock.turn(5000)
    expect(issued).toEqual([])
  })
})
