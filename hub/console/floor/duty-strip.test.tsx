import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { onDuty, open } from '../app.testing.tsx'
import { self } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('who is on duty', () => {
  test('stands on the floor by zone, and begins and ends at a station by one’s name', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.screen.value = 'floor'
    const strip = await screen.findByRole('region', { name: '在班' })
    expect(strip.textContent).toContain('没人在班')
    link.put(...onDuty('s2').map(([key, view]) => [key, { ...view, zone: [2] }] as const))
    await waitFor(() => expect(strip.textContent).toContain('2楼小陈'))
    expect(strip.textContent).toContain('3楼没人在班')
    link.answerWith(() => done())
    fireEvent.click(within(strip).getByRole('button', { name: '上下班' }))
    fireEvent.click(screen.getByRole('button', { name: '阿豪' }))
    expect(link.sent.at(-1)).toEqual({ type: 'StartShift', as: 's3' })
    fireEvent.click(screen.getByRole('button', { name: '小陈' }))
    expect(link.sent.at(-1)).toEqual({ type: 'EndShift', as: 's2' })
  })

  test('begins with 开始值班 for who is signed in', async () => {
    const { link, house } = await open('floor')
    vi.spyOn(house.voice, 'unlock').mockResolvedValue()
    link.answerWith(() => done())
    fireEvent.click(screen.getByRole('button', { name: '开始值班' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'StartShift' }]))
    // Where it puts nobody on duty it does not say so.
    link.put(...onDuty('s2'))
    expect(await screen.findByRole('button', { name: '打开声音' })).toBeTruthy()
    link.drop('staff/s2')
    await screen.findByRole('button', { name: '开始值班' })
    link.put(['self', self(undefined, 'floor')])
    expect(await screen.findByRole('button', { name: '打开声音' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始值班' })).toBeNull()
  })

  test('ends with the rooms that are still in one’s name, and their sheets say so', async () => {
    const { link, house } = await open('floor')
    link.put(...onDuty('s2', 's3'))
    link.answerWith(() => done())
    house.screen.value = 'floor'
    fireEvent.click(await screen.findByRole('button', { name: '下班' }))
    expect(await screen.findByText('小陈下班了，V08 还记在名下，请前台换服务员')).toBeTruthy()
    const [s2] = onDuty('s2')
    if (!s2) throw new Error('nobody is called s2')
    const { onDutySince: _left, ...gone } = s2[1]
    link.put([s2[0], gone])
    house.openRoom.value = 'v08'
    const sheet = await screen.findByRole('dialog', { name: /V08/ })
    expect(sheet.textContent).toContain('小陈 已下班')
  })
})
