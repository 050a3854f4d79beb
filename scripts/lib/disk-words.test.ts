import { expect, it } from 'vitest'
import { StoreFailed } from '../../hub/ports.ts'
import { currentUser } from '../../hub/system/give-back.ts'
import { wordsFor } from './disk-words.ts'

const system = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: as the system says it`), { code, ...more })

it.each([
  [system('EACCES', { path: '/stick/house.tar.gz' }), '/stick/house.tar.gz'],
  [system('EACCES'), currentUser()],
  [new StoreFailed('write-failed', '/house/tls', 'EPERM', { cause: system('EPERM') }), '/house/tls'],
  [system('ENOSPC'), 'disk is full'],
  [system('EROFS', { path: '/house' }), 'can only be read: /house'],
])('%s is said in a person’s words', (error, words) => {
  expect(wordsFor(error)).toContain(words)
  expect(wordsFor(error)).not.toContain('as the system says it')
})

it('anything else is said as it is', () => {
  expect(wordsFor(new Error('what it was'))).toBe('what it was')
})
