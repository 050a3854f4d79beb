import { fireEvent, screen } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { call } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a locked console', () => {
  test('shows open calls by room, sends name and PIN, and says what was wrong with it', async () => {
    const { link } = await open()
    link.put(call('q1', { what: { kind: 'complaint', category: 'audio' }, severity: 'critical' }))
    expect(await screen.findByText('投诉：话筒音响')).toBeTruthy()
    expect(screen.queryByText('欧阳䶮女士')).toBeNull()
    link.answerWith(() => refused(refuse('wrong-pin', 'wait', { waitMs: 30_000 })))
    fireEvent.click(screen.getByRole('button', { name: '林静' }))
    for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
    expect(await screen.findByText('PIN不对，请再输一次')).toBeTruthy()
    expect(screen.getByText('等30秒再试')).toBeTruthy()
    expect(link.sent).toEqual([{ type: 'SignIn', staff: 's1', pin: '111111' }])
    for (const digit of '222222') fireEvent.keyDown(document.body, { key: digit })
    expect(link.sent).toHaveLength(1)
  })
})
