import { signal } from '@preact/signals'
import { beforeAll, expect, test, vi } from 'vitest'
import { createNotices, type Notices, type Question } from './notices.ts'
import { createSpeech, type SpeechStore } from './speech.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let store: SpeechStore
let speech: SpeechStore['speech']
beforeAll(async () => {
  store = await createSpeech('zh-Hans', () => undefined)
  speech = store.speech
})

const question = (title: string, onYes: () => void): Question => ({
  title,
  text: '',
  yes: 'y',
  no: 'n',
  grave: false,
  onYes,
})

test('a question that comes while another one is asked waits for its answer', () => {
  const notices = createNotices(speech)
  const done: string[] = []
  notices.ask(question('settle', () => done.push('settle')))
  notices.ask(question('big round', () => done.push('big round')))
  expect(notices.question.value?.title).toBe('settle')
  notices.answer(true)
  expect(notices.question.value?.title).toBe('big round')
  notices.answer(false)
  expect(notices.question.value).toBeUndefined()
  expect(done).toEqual(['settle'])
})

const texts = (notices: Notices) => notices.shown.value.map(({ text }) => text)

test('two walk-ins that are dismissed one after the other are both brought back', () => {
  const notices = createNotices(speech)
  const back: string[] = []
  notices.say(
    () => '散客 不用接待',
    () => back.push('k1'),
  )
  notices.say(
    () => '散客 不用接待',
    () => back.push('k2'),
  )
  for (const { undo } of notices.shown.value) undo?.()
  expect(back).toEqual(['k1', 'k2'])
})

test('what says the same again and can do nothing is said once', () => {
  const notices = createNotices(speech)
  notices.complain(() => '已有人接单')
  notices.complain(() => '已有人接单')
  expect(texts(notices)).toEqual(['已有人接单'])
})

test('what can be undone gives way to nothing that only says something', () => {
  const notices = createNotices(speech)
  notices.say(
    () => '散客 不用接待',
    () => undefined,
  )
  for (const text of ['a', 'b', 'c']) notices.complain(() => text)
  expect(texts(notices)).toEqual(['散客 不用接待', 'b', 'c'])
  for (const text of ['u', 'v', 'w'])
    notices.say(
      () => text,
      () => undefined,
    )
  // The foot of the screen is no list: the oldest goes. And a refusal is said all the same.
  expect(texts(notices)).toEqual(['c', 'u', 'v', 'w'])
  notices.complain(() => 'd')
  expect(texts(notices)).toEqual(['u', 'v', 'w', 'd'])
})

test('what stands is said in the language that is chosen meanwhile', async () => {
  const notices = createNotices(speech)
  notices.say(({ t }) => t('orderPlaced'))
  expect(texts(notices)).toEqual(['已下单'])
  await store.choose('en')
  expect(texts(notices)).toEqual(['Ordered'])
  await store.choose('zh-Hans')
})

test('what was taken back is said no more, whoever took it back; before the house heard of it, it is', () => {
  const notices = createNotices(speech)
  const done = signal(false)
  const undo = () => undefined
  notices.say(
    () => 'V08 已出品',
    undo,
    () => done.value,
  )
  expect(texts(notices)).toEqual(['V08 已出品'])
  done.value = true
  expect(texts(notices)).toEqual(['V08 已出品'])
  done.value = false
  expect(texts(notices)).toEqual([])
})
