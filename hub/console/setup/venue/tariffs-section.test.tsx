import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../../shared/protocol/answer.ts'
import { open, pressSave } from '../open-section.testing.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('tariffs in set-up', () => {
  test('no more hours are offered than a tariff may have, and how many that is is said', async () => {
    await open('计时')
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    for (let hours = 1; hours < 24; hours += 1) fireEvent.click(await screen.findByRole('button', { name: '加时段' }))
    await screen.findByText('最多24个')
    expect(screen.queryByRole('button', { name: '加时段' })).toBeNull()
    fireEvent.click(screen.getAllByRole('button', { name: '删除' })[0] ?? document.body)
    await screen.findByRole('button', { name: '加时段' })
    expect(screen.queryByText('最多24个')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })

  test('Friday and Saturday cost more: the first hours that fit count', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '计时' } })
    for (const day of ['周一', '周二', '周三', '周四', '周日'])
      fireEvent.click(screen.getByRole('button', { name: day }))
    fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
    fireEvent.click(screen.getByRole('button', { name: '加时段' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveTariff',
      rev: 0,
      fields: {
        kind: 'timed',
        name: { zhHans: '计时' },
        roomClass: 'middle',
        bands: [
          { days: [5, 6], from: 720, to: 1800, price: 12_800 },
          { from: 720, to: 1800, price: 12_800 },
        ],
      },
    })
  })

  test('a holiday is a date and what it is charged as; the day after it is offered next', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '改日子' }))
    const days = within(screen.getByRole('dialog', { name: '节假日和调休' }))
    const save = () => fireEvent.click(days.getByRole('button', { name: '保存' }))
    fireEvent.click(days.getByRole('button', { name: '加一天' }))
    fireEvent.input(days.getByLabelText('第1天'), { target: { value: '2027-02-06' } })
    fireEvent.click(days.getByRole('button', { name: '加一天' }))
    fireEvent.click(within(days.getByRole('group', { name: '第2天按哪天算' })).getByRole('button', { name: '周一' }))
    fireEvent.input(days.getByLabelText('第2天'), { target: { value: '2027-02-06' } })
    await days.findByText('这一天已经有了')
    save()
    expect(link.sent).toEqual([])
    fireEvent.input(days.getByLabelText('第2天'), { target: { value: '2027-02-14' } })
    save()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: expect.any(Number),
      changes: {
        holidays: [
          { date: '2027-02-06', as: 7 },
          { date: '2027-02-14', as: 1 },
        ],
      },
    })
  })

  test('hours may be those of holidays', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '节日' } })
    const dialog = within(screen.getByRole('dialog'))
    for (const day of ['节假日', '周一', '周二', '周三', '周四', '周五', '周六', '周日'])
      fireEvent.click(dialog.getByRole('button', { name: day }))
    fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'SaveTariff', fields: { bands: [{ days: [7], price: 12_800 }] } })
  })

  test('hours without a price are asked about', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '计时' } })
    pressSave()
    const asked = await screen.findByRole('dialog', { name: '价格是0' })
    expect(link.sent).toEqual([])
    fireEvent.click(within(asked).getByRole('button', { name: '不收钱' }))
    await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveTariff', fields: { bands: [{ price: 0 }] } }]))
  })

  test('counted in half hours, as long as it is by the hour', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
    fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
    const steps = () => within(screen.getByRole('group', { name: '计时单位（不足一段，按一段算）' }))
    expect(steps().getByRole('button', { name: '1分钟' }).getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(steps().getByRole('button', { name: '30分钟' }))
    fireEvent.click(screen.getByRole('button', { name: '包段' }))
    expect(screen.queryByRole('group', { name: '计时单位（不足一段，按一段算）' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '按小时' }))
    fireEvent.click(steps().getByRole('button', { name: '1小时' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'SaveTariff', fields: { kind: 'timed', step: 60 } })
  })
})

test('a length is typed digit by digit, on from what is out of bounds alone', async () => {
  await open('计时')
  fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
  fireEvent.click(screen.getByRole('button', { name: '包段' }))
  const length = screen.getByRole('spinbutton')
  for (const typed of ['1', '12', '120']) {
    fireEvent.input(length, { target: { value: typed } })
    await waitFor(() => expect(length).toHaveProperty('value', typed))
  }
  // Back by a digit and on again.
  for (const typed of ['12', '1', '15', '150']) fireEvent.input(length, { target: { value: typed } })
  fireEvent.blur(length)
  await waitFor(() => expect(length).toHaveProperty('value', '150'))
})

test('a length is emptied again: the tariff lasts until its hours end', async () => {
  const link = await open('计时')
  link.answerWith(() => done())
  fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
  fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
  fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
  fireEvent.click(screen.getByRole('button', { name: '包段' }))
  const length = screen.getByRole('spinbutton')
  for (const typed of ['120', '']) fireEvent.input(length, { target: { value: typed } })
  fireEvent.blur(length)
  await waitFor(() => expect(length).toHaveProperty('value', ''))
  pressSave()
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveTariff', fields: { kind: 'block' } }]))
  expect(link.sent[0]).not.toHaveProperty('fields.minutes')
})
