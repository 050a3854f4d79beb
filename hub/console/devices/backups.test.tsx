import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { show } from '../app.testing.tsx'
import { backupStates, backups } from '../stage/backups.ts'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Backups } from './backups.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function open(role: Role) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self(role)])
  link.answerQueries(() => backups)
  await show(link, <Backups />)
  return link
}
const key = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const type = (pin: string) => {
  for (const digit of pin) fireEvent.keyDown(document, { key: digit })
}

it('puts back the one that the owner chose, once they know what it means and have typed their PIN', async () => {
  const link = await open('owner')
  link.answerWith(command =>
    command.type === 'RestoreHouse' && command.pin === '123456' ? done() : refused(refuse('wrong-pin', 'try-again')),
  )
  fireEvent.click(key('恢复备份'))
  await waitFor(() => expect(screen.getAllByRole('button', { name: /每晚自动|手动/ })).toHaveLength(15))
  fireEvent.click(key(/手动/))
  expect(screen.getByRole('dialog').textContent).toMatch(/2.?小时/)
  fireEvent.click(key('检查并恢复'))
  type('654321')
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''))
  type('123456')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const { name: backup } = backups.backups[0] ?? {}
  expect(link.sent.at(-1)).toEqual({ type: 'RestoreHouse', backup, pin: '123456' })
})

it('says so where there is none', async () => {
  const link = await open('owner')
  link.answerQueries(() => ({ backups: [] }))
  fireEvent.click(key('恢复备份'))
  await waitFor(() => expect(screen.getByText('还没有备份可以恢复')).toBeDefined())
})

it('tells every lead how it goes, and offers it to the owner alone', async () => {
  const link = await open('manager')
  expect(screen.queryByRole('button', { name: '恢复备份' })).toBeNull()
  link.put(['backup', backupStates.checking])
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('正在检查'))
  expect(key('立即备份').disabled).toBe(true)
  link.put(['backup', backupStates.failed])
  await waitFor(() => expect(screen.getByText(/没恢复成：这份备份坏了/)).toBeDefined())
  link.put(['backup', backupStates.partly])
  await waitFor(() => expect(screen.getByText(/有 2 处数据读不出来/)).toBeDefined())
  link.put(['backup', backupStates.restored])
  await waitFor(() => expect(screen.getByText(/恢复到了/)).toBeDefined())
})
