import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { onDuty, open, row } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
  test('passes a call on to whom is on duty, and puts one aside for a reason', async () => {
    const { link } = await open('manager')
    link.put(...onDuty('s2', 's3'))
    link.answerWith(() => done())
    fireEvent.click(within(row('q2')).getByRole('button', { name: '更多' }))
    const whom = within(row('q2')).getByRole('group', { name: '转交' })
    expect(within(whom).queryByRole('button', { name: '欧阳子衿' })).toBeNull()
    fireEvent.click(within(whom).getByRole('button', { name: '阿豪' }))
    expect(link.sent.at(-1)).toEqual({ type: 'PassRequest', request: 'q2', to: { staff: 's3' } })
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ReleaseRequest', request: 'q2' })
    fireEvent.click(within(row('q2')).getByRole('button', { name: '更多' }))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '等配件' }))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '10分钟后再响' }))
    expect(link.sent.at(-1)).toEqual({ type: 'SnoozeRequest', request: 'q2', reason: 'waiting-part', minutes: 10 })
  })

  test('marks a role of which nobody is on duty, and passes nothing on to it that the hub would ask others for', async () => {
    const { link } = await open('manager')
    fireEvent.click(within(row('q1')).getByRole('button', { name: '更多' }))
    const whom = within(within(row('q1')).getByRole('group', { name: '转交' }))
    const roles = () =>
      [/^楼面/, /^吧台/, /^经理/, /^老板/].map(name => {
        const key = whom.getByRole<HTMLButtonElement>('button', { name })
        return [key.textContent, key.disabled]
      })
    // No shifts are kept: everybody hears it.
    expect(roles()).toEqual(['楼面', '吧台', '经理', '老板'].map(word => [word, false]))
    link.put(...onDuty('s1', 's5'))
    await waitFor(() =>
      expect(roles()).toEqual([
        ['楼面没人在班', true],
        ['吧台', false],
        ['经理', false],
        ['老板没人在班', false],
      ]),
    )
    // Not for whom it is about.
    link.put(...onDuty('s2'))
    await waitFor(() => expect(roles()[0]).toEqual(['楼面没人在班', true]))
    link.put(...onDuty('s3'))
    await waitFor(() => expect(roles()[0]).toEqual(['楼面', false]))
  })
})
