import { describe, expect, it } from 'vitest'
import { memberId, memberRows } from '../whole/furnish.testing.ts'
import { createThreadDirectory } from './thread-directory.ts'

/** Threads of a few lines, so that no build is needed. */
const script = (body: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort as port } from 'node:worker_threads';${body}`)}`,
  )
const echoes =
  "port.on('message', ({ number, question }) => port.postMessage({ number, value: question.id ?? question.limit }))"
const silent = "port.on('message', () => undefined)"
const backwards =
  "const kept = []; port.on('message', m => { kept.unshift(m); if (kept.length === 3) for (const { number, question } of kept) port.postMessage({ number, value: question.id }) })"
const dies = "port.on('message', () => { throw new Error('out of pinyin') })"
const refuses = "port.on('message', ({ number }) => port.postMessage({ number, error: 'no such song' }))"
const diesAskedForASong =
  "port.on('message', ({ number, question }) => { if (question.ask === 'song') throw new Error('out of songs'); port.postMessage({ number, value: true }) })"

function thread(body: string) {
  const deaths: unknown[] = []
  const damaged: string[] = []
  return {
    deaths,
    damaged,
    ...createThreadDirectory({
      script: script(body),
      folder: 'data',
      died: error => deaths.push(error),
      passedOver: what => damaged.push(what),
    }),
  }
}
const [wang] = memberRows

const damaged =
  "port.postMessage({ passedOver: 'm1-a' }); port.on('message', ({ number }) => port.postMessage({ number, value: [] }))"

describe('the directory in a thread', () => {
  it('hands on what it found damaged, and goes on', async () => {
    const one = thread(damaged)
    expect(await one.searchMembers('li', 5)).toEqual([])
    expect([one.damaged, one.deaths]).toEqual([['m1-a'], []])
    await one.close()
  })

  it('gives each question its own answer, in whatever order they come', async () => {
    const { song, close } = thread(backwards)
    expect(await Promise.all(['a', 'b', 'c'].map(song))).toEqual(['a', 'b', 'c'])
    await close()
  })

  it('tells an error to who asked', async () => {
    const { song, close, deaths } = thread(refuses)
    await expect(song('a')).rejects.toThrow('no such song')
    await close()
    expect(deaths).toEqual([])
  })

  it('says once that the thread died, and lets nobody wait for ever', async () => {
    const { song, close, deaths } = thread(dies)
    await expect(song('a')).rejects.toThrow('out of pinyin')
    await expect(song('b')).rejects.toThrow()
    await close()
    expect(deaths).toHaveLength(1)
  })

  it('says that the thread of a catalogue died which was taken, and of one that is only prepared nothing', async () => {
    const { song, prepareSongs, takeSongs, close, deaths } = thread(diesAskedForASong)
    await prepareSongs('next')
    await takeSongs('next')
    await prepareSongs('other')
    await expect(song('a')).rejects.toThrow('out of songs')
    expect(deaths).toHaveLength(1)
    await close()
  })

  it('ends quietly, also with something left to tell it', async () => {
    const { song, memberSaved, close, deaths } = thread(silent)
    memberSaved(memberId('wang'), wang)
    const asked = song('a').catch(() => 'told')
    await close()
    expect(await asked).toBe('told')
    await expect(song('b')).rejects.toThrow()
    memberSaved(memberId('wang'), wang)
    await Promise.resolve()
    expect(deaths).toEqual([])
  })

  it('carries members across', async () => {
    const { memberSaved, hotSongs, close, deaths } = thread(echoes)
    memberSaved(memberId('wang'), wang)
    expect(await hotSongs(5)).toBe(5)
    await close()
    expect(deaths).toEqual([])
  })
})
