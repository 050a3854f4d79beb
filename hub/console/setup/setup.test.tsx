import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open, pressSave, row } from './open-section.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a name in set-up', () => {
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } })

  test('of a house says which characters no screen draws, whatever language they are in', async () => {
    await open('门店')
    await screen.findByRole('textbox', { name: '店名 简体' })
    type('店名 简体', '乐声 KTV')
    type('店名 English', 'Lesheng 🎤 𱁬')
    await screen.findByText('◆ 这些字显示不出：🎤 𱁬')
    type('店名 English', 'Lesheng')
    await waitFor(() => expect(screen.queryByText(/显示不出/)).toBeNull())
    // What is typed outlives the test.
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })

  test('is as the first where another language is left blank, and says that the first is missing', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    type('名称 English', '  ')
    type('名称 繁體', '\u200b')
    type('名称 简体', ' ')
    expect(await screen.findByText('先填简体')).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    type('名称 简体', '百威')
    await waitFor(() => expect(screen.queryByText('先填简体')).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toHaveProperty('fields.name', { zhHans: '百威' })
  })

  test('of a room likewise', async () => {
    await open('包厢')
    fireEvent.click(await screen.findByRole('button', { name: '加包厢' }))
    type('房名', 'V30👑')
    await screen.findByText('◆ 这些字显示不出：👑')
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })
})

test('a number out of its bounds is said and not sent, nor is none where there must be one', async () => {
  const link = await open('包厢')
  link.answerWith(() => done())
  fireEvent.click(await screen.findByRole('button', { name: /^小包/ }))
  const capacity = screen.getByRole('spinbutton', { name: '可坐几位' })
  const type = (typed: string) => {
    fireEvent.input(capacity, { target: { value: typed } })
    fireEvent.blur(capacity)
  }
  for (const typed of ['120', '']) {
    type(typed)
    await screen.findByText('填1到99')
    await waitFor(() => expect(capacity).toHaveProperty('value', typed))
    pressSave()
  }
  type('12')
  await waitFor(() => expect(screen.queryByText('填1到99')).toBeNull())
  pressSave()
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveRoomClass', fields: { capacity: 12 } }]))
})

describe('a form that is closed', () => {
  const close = () => fireEvent.click(screen.getByRole('button', { name: '关闭' }))

  test('asks first if something was typed, and goes at once if nothing was', async () => {
    await open('计时')
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    close()
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '加计费' })).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
    close()
    fireEvent.click(await screen.findByRole('button', { name: '返回' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称 简体' }).value).toBe('夜场')
    close()
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '名称 简体' })).toBeNull())
  })
})
