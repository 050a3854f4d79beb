import { expect, test } from 'vitest'
import { createNotices, type Notices, type Question } from './notices.ts'

const question = (title: string, onYes: () => void): Question => ({
  title,
  text: '',
  yes: 'y',
  no: 'n',
  grave: false,
  onYes,
})

test('a question that comes while another one is asked waits for its answer', () => {
  const notices = createNotices()
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
  const notices = createNotices()
  const back: string[] = []
  notices.say('散客 不用接待', () => back.push('k1'))
  notices.say('散客 不用接待', () => back.push('k2'))
  for (const { undo } of notices.shown.value) undo?.()
  expect(back).toEqual(['k1', 'k2'])
})

test('what says the same again and can do nothing is said once', () => {
  const notices = createNotices()
  notices.complain('已有人接单')
  notices.complain('已有人接单')
  expect(texts(notices)).toEqual(['已有人接单'])
})

test('what can be undone gives way to nothing that only says something', () => {
  const notices = createNotices()
  notices.say('散客 不用接待', () => undefined)
  for (const text of ['a', 'b', 'c']) notices.complain(text)
  expect(texts(notices)).toEqual(['散客 不用接待', 'b', 'c'])
  for (const text of ['u', 'v', 'w']) notices.say(text, () => undefined)
  // The foot of the screen is no list: the oldest goes. And a refusal is said all the same.
  expect(texts(notices)).toEqual(['c', 'u', 'v', 'w'])
  notices.complain('d')
  expect(texts(notices)).toEqual(['u', 'v', 'w', 'd'])
})
