import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { done, refused } from '../../../../shared/protocol/answer.ts'
import { refuse } from '../../../../shared/protocol/refusals.ts'
import type { Connection, ConsoleLink } from '../../link/console-link.ts'
import { importing, importMembers } from './import-members.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who is known by a card alone is asked for again where the hub says that the list is too fast', async () => {
  let asked = 0
  const sent: string[] = []
  const link: Pick<ConsoleLink, 'tap' | 'ask' | 'connection'> = {
    connection: signal<Connection>({ at: 'online' }),
    async tap({ type }) {
      sent.push(type)
      return done({ member: 'm1' })
    },
    async ask() {
      asked += 1
      return refused(asked === 1 ? refuse('too-fast', 'wait', { waitMs: 3000 }) : refuse('not-allowed'))
    },
  }
  const member = { line: 2, details: { called: '赵六', tier: 'silver', welcome: false }, card: '7002' } as const
  const over = importMembers(link, '旧会员.csv', { members: [member], faults: [] }, () => true)
  await vi.advanceTimersByTimeAsync(2900)
  expect([asked, importing.value?.over]).toEqual([1, undefined])
  await vi.advanceTimersByTimeAsync(200)
  await over
  // What it does decide ends the list.
  expect(importing.value?.over).toEqual(refuse('not-allowed'))
  expect([asked, sent]).toEqual([2, []])
})
