import { expect, test } from 'vitest'
import { createNotices, type Question } from './notices.ts'

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
