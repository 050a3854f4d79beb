/** Given the catalogue that is sung and the next one beside it, when one of them ends by itself, then rooms go on finding songs. */
import { expect, it } from 'vitest'
import type { SongQuestion } from './question.ts'
import { createSongsAtHand } from './songs-at-hand.ts'

const song: SongQuestion = { ask: 'song', id: 's1' }

/** Tellers that answer with their own name and number, and may be ended from outside. */
function tellers() {
  const opened: { name: string; end: () => void; sung: () => boolean }[] = []
  const songs = createSongsAtHand('a', (catalogue, sung) => {
    let ended = false
    const name = `${catalogue}${opened.filter(one => one.name.startsWith(catalogue)).length + 1}`
    const end = () => {
      ended = true
    }
    opened.push({ name, end, sung })
    return {
      answer: async () => {
        if (ended) throw new Error(`${name} ended`)
        return name
      },
      close: async () => end(),
    }
  })
  const one = (name: string) => opened.find(teller => teller.name === name)
  return { songs, one, names: () => opened.map(({ name }) => name) }
}

it('takes no catalogue that ended since it was ready: it is opened anew', async () => {
  const { songs, one, names } = tellers()
  await songs.prepare('b')
  one('b1')?.end()
  await songs.take('b')
  expect(await songs.answer(song)).toBe('b2')
  expect(await songs.answer({ ask: 'blockedSongs' })).toBe('b2')
  expect(names()).toEqual(['a1', 'b1', 'b2'])
})

it('opens it once, however many ask for it at a time', async () => {
  const { songs, one, names } = tellers()
  await songs.prepare('b')
  await songs.prepare('b')
  one('b1')?.end()
  await Promise.all([songs.prepare('b'), songs.take('b')])
  expect(names()).toEqual(['a1', 'b1', 'b2'])
})

it('knows at every moment which of them is sung', async () => {
  const { songs, one } = tellers()
  await songs.prepare('b')
  expect([one('a1')?.sung(), one('b1')?.sung()]).toEqual([true, false])
  await songs.take('b')
  expect([one('a1')?.sung(), one('b1')?.sung()]).toEqual([false, true])
})

it('lets one give way to another that is prepared meanwhile', async () => {
  const { songs, names } = tellers()
  await songs.prepare('b')
  await songs.prepare('c')
  await songs.take('c')
  expect(await songs.answer(song)).toBe('c1')
  expect(names()).toEqual(['a1', 'b1', 'c1'])
})

it('asks the one that is sung now what the one before was asked when it was sent away', async () => {
  const opened: string[] = []
  const songs = createSongsAtHand('a', catalogue => {
    opened.push(catalogue)
    let sendAway: (error: Error) => void = () => undefined
    return {
      answer: question =>
        question.ask === 'song' && catalogue === 'a'
          ? new Promise((_, reject) => {
              sendAway = reject
            })
          : Promise.resolve(catalogue),
      close: async () => sendAway(new Error('sent away')),
    }
  })
  const asked = songs.answer(song)
  await songs.take('b')
  expect(await asked).toBe('b')
  const last = songs.answer(song)
  await songs.close()
  expect(await last).toBe('b')
  expect(opened).toEqual(['a', 'b'])
})
