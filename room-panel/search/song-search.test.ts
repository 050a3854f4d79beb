/** One question at a time, the newest next. */
import { expect, test } from 'vitest'
import type { Link } from '../../shared/client/link.ts'
import { refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { createSongSearch } from './song-search.ts'

function createAsked() {
  const waiting: { text: string; answer: (value: unknown) => void }[] = []
  const ask = (query: { text?: string }) =>
    new Promise(resolve => waiting.push({ text: query.text ?? '', answer: resolve }))
  // The test answers by hand what the hub would.
  return { waiting, ask: ask as Link<'panel'>['ask'] }
}

const hits = (title: string) => ({
  ok: true,
  value: { hits: [{ song: title, title, artist: '', language: 'zh' }], more: false },
})

/** Until what was answered has been shown, and what waited was asked. */
const settled = () => new Promise(resolve => setTimeout(resolve))

test('keys that were overtaken are never asked, and what they would have found is not shown', async () => {
  const { waiting, ask } = createAsked()
  const search = createSongSearch(ask)
  for (const text of ['h', 'hl', 'hla']) search.want({ text })
  waiting[0]?.answer(hits('热门'))
  await settled()
  expect(search.hits.value).toEqual([])
  waiting[1]?.answer(hits('后来'))
  await settled()
  expect(search.hits.value.map(({ title }) => title)).toEqual(['后来'])
  expect(waiting.map(({ text }) => text)).toEqual(['', 'hla'])
})

test('what the party itself sings, and what is new, is a list of its own, until something is typed', async () => {
  const asked: unknown[] = []
  const search = createSongSearch((async query => {
    asked.push(query)
    return query.type === 'YourSongs' ? { ok: true, value: { hits: [hits('吻别').value.hits[0]] } } : hits('热门')
  }) as Link<'panel'>['ask'])
  await settled()
  search.want({ list: 'yours' })
  await settled()
  expect([search.hits.value.map(({ title }) => title), search.hasMore.value]).toEqual([['吻别'], false])
  search.want({ list: 'new' })
  await settled()
  search.want({ text: 'h', list: 'songs' })
  await settled()
  expect(asked).toEqual([
    { type: 'SearchSongs', text: '' },
    { type: 'YourSongs' },
    { type: 'SearchSongs', text: '', newest: true },
    { type: 'SearchSongs', text: 'h' },
  ])
})

test('what is shown has no next page once another search has begun', async () => {
  const { waiting, ask } = createAsked()
  const search = createSongSearch(ask)
  waiting[0]?.answer({ ...hits('热门'), value: { ...hits('热门').value, more: true } })
  await settled()
  search.want({ text: 'h' })
  search.more()
  waiting[1]?.answer(hits('后来'))
  await settled()
  expect(waiting).toHaveLength(2)
  expect(search.hits.value.map(({ title }) => title)).toEqual(['后来'])
})

test('a hub that is away is said, and the next answer takes it back', async () => {
  const { waiting, ask } = createAsked()
  const search = createSongSearch(ask)
  waiting[0]?.answer(refused(refuse('unavailable')))
  await settled()
  expect(search.away.value).toBe(true)
  search.want({ text: 'h' })
  waiting[1]?.answer(hits('海阔天空'))
  await settled()
  expect(search.away.value).toBe(false)
})

test('what could not be answered is asked again when the hub is back, and nothing else is', async () => {
  const { waiting, ask } = createAsked()
  const search = createSongSearch(ask)
  waiting[0]?.answer(hits('热门'))
  await settled()
  search.want({ text: 'h' })
  waiting[1]?.answer(refused(refuse('unavailable')))
  await settled()
  search.askAgain()
  waiting[2]?.answer(hits('海阔天空'))
  await settled()
  search.askAgain()
  expect([search.away.value, search.hits.value.map(({ title }) => title)]).toEqual([false, ['海阔天空']])
  expect(waiting.map(({ text }) => text)).toEqual(['', 'h', 'h'])
})

test('a next page that does not come keeps what was found, and can be asked for again', async () => {
  const { waiting, ask } = createAsked()
  const search = createSongSearch(ask)
  waiting[0]?.answer({ ...hits('后来'), value: { ...hits('后来').value, more: true } })
  await settled()
  search.more()
  waiting[1]?.answer(refused(refuse('unavailable')))
  await settled()
  expect([search.away.value, search.hits.value.length, search.hasMore.value]).toEqual([false, 1, true])
  search.more()
  waiting[2]?.answer({ ...hits('吻别'), value: { ...hits('吻别').value, more: true } })
  await settled()
  expect(search.hits.value.map(({ title }) => title)).toEqual(['后来', '吻别'])
})
