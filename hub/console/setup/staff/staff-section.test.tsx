import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../../shared/protocol/answer.ts'
import { open, pressSave, row } from '../open-section.testing.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('staff in set-up', () => {
  test('a new person types their PIN twice, then the manager theirs', async () => {
    const link = await open('员工')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一位员工' }))
    fireEvent.input(screen.getByRole('textbox', { name: /简体$/ }), { target: { value: '小林' } })
    fireEvent.click(within(screen.getByRole('group', { name: '岗位' })).getByRole('button', { name: '吧台' }))
    pressSave()
    for (const pin of ['480271', '480271', '123456'])
      for (const digit of pin) fireEvent.keyDown(document.body, { key: digit })
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'NewStaff',
      name: { zhHans: '小林' },
      role: 'bar',
      zone: [],
      newPin: '480271',
      pin: '123456',
    })
  })

  test('a manager is the owner’s affair', async () => {
    await open('员工')
    const owner = await row(/何生/)
    expect(owner.hasAttribute('disabled')).toBe(true)
    fireEvent.click(await row(/老周/))
    const ranks = within(screen.getByRole('group', { name: '岗位' }))
    expect(ranks.getByRole('button', { name: '老板' }).hasAttribute('disabled')).toBe(true)
  })
})
