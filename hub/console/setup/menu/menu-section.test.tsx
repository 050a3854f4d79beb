import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../../shared/protocol/answer.ts'
import { refuse } from '../../../../shared/protocol/refusals.ts'
import type { MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import { self } from '../../stage/evening.ts'
import { menuSetup } from '../../stage/setup.ts'
import { goTo, open, pressSave, row, typePrice } from '../open-section.testing.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the price list in set-up', () => {
  test('a price is typed as money, and sent with the version that was seen', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    typePrice('32.5')
    pressSave()
    await waitFor(() =>
      expect(link.sent).toMatchObject([
        { type: 'SaveItem', item: 'i2', rev: 0, fields: { price: 3_250, name: { zhHans: '百威' } } },
      ]),
    )
    expect(await screen.findByText('已保存：百威')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a price that is no amount is said to be none, and not sent', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    typePrice('12.345')
    expect(screen.getByText('写成 1280.25 这样')).toBeTruthy()
    pressSave()
    expect(link.sent).toEqual([])
    typePrice('１２')
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ fields: { price: 1_200 } }]))
  })

  test('a new drink wants a name; its notes are given ids by the hub', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一款' }))
    const save = screen.getByRole('button', { name: '保存' })
    expect(save.hasAttribute('disabled')).toBe(true)
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '乌苏' } })
    typePrice('26')
    // As the other beers.
    expect(screen.getByRole('button', { name: '含酒精' }).getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: '加备注' }))
    fireEvent.input(screen.getByRole('textbox', { name: '备注 1 简体' }), { target: { value: '冰的' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveItem',
      rev: 0,
      fields: {
        category: 'beer',
        name: { zhHans: '乌苏' },
        unit: { zhHans: '份', en: 'portion' },
        price: 2_600,
        prices: [],
        components: [],
        again: true,
        alcohol: true,
        tags: [],
        options: [{ name: { zhHans: '冰的' } }],
        gift: false,
      },
    })
  })

  test('a drink without a price is asked about: every room could order it at once', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一款' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '乌苏' } })
    pressSave()
    const asked = await screen.findByRole('dialog', { name: '价格是0' })
    fireEvent.click(within(asked).getByRole('button', { name: '取消' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '价格是0' })).toBeNull())
    expect(link.sent).toEqual([])
    await waitFor(() => expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-busy')).toBeNull())
    pressSave()
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: '价格是0' })).getByRole('button', { name: '不收钱' }),
    )
    await waitFor(() =>
      expect(link.sent).toMatchObject([{ type: 'SaveItem', fields: { name: { zhHans: '乌苏' }, price: 0 } }]),
    )
  })

  test('what was typed is not lost when a thing is put back on the list: it is asked first', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: /^已下架/ }))
    fireEvent.click(await row(/雪花/))
    typePrice('26')
    const putBack = () => fireEvent.click(screen.getByRole('button', { name: '重新上架' }))
    putBack()
    const asked = async () => within(await screen.findByRole('dialog', { name: '改动还没保存' }))
    fireEvent.click((await asked()).getByRole('button', { name: '返回' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('26')
    expect(link.sent).toEqual([])
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '改动还没保存' })).toBeNull())
    putBack()
    // The key says what it does.
    fireEvent.click((await asked()).getByRole('button', { name: '重新上架' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'RetireItem', item: 'i8', rev: 0, retired: false }]))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '价格' })).toBeNull())
  })

  test('hours of the room go with the last thing in a package', async () => {
    const components = [{ item: 'i5', qty: 1 }]
    const link = await open('酒水', () => ({
      ...menuSetup,
      items: menuSetup.items.map(item => (item.id === 'i6' ? { ...item, components } : item)),
    }))
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: /^套餐/ }))
    fireEvent.click(await row(/欢唱套餐/))
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: '含几小时房费' }).value).toBe('3')
    fireEvent.click(screen.getByRole('button', { name: /^减 大果盘/ }))
    await waitFor(() => expect(screen.queryByRole('spinbutton', { name: '含几小时房费' })).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveItem', fields: { components: [] } }]))
    expect(link.sent[0]).not.toHaveProperty('fields.hours')
  })

  test('what somebody else changed meanwhile is said, and not written over unseen', async () => {
    let menu: MenuSetupView = menuSetup
    const link = await open('酒水', () => menu)
    fireEvent.click(await row(/百威/))
    typePrice('99')
    menu = { ...menu, items: menu.items.map(item => (item.id === 'i2' ? { ...item, rev: 1, price: 3_100 } : item)) }
    link.put(['setup', { venue: 0, menu: 1, staff: 0 }])
    expect(await screen.findByText(/刚改过这一项/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('99')
    fireEvent.click(screen.getByRole('button', { name: '看新的' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('31')
    expect(screen.queryByText(/刚改过这一项/)).toBeNull()
  })

  test('a refusal is said in words, and what was typed stays; it outlives the session', async () => {
    const link = await open('酒水')
    link.answerWith(() => refused(refuse('name-taken', 'choose-other')))
    fireEvent.click(await row(/科罗娜/))
    typePrice('41')
    pressSave()
    expect(await screen.findByText('已有同名的，换个名字')).toBeTruthy()
    link.put(['self', self()])
    await waitFor(() => expect(screen.queryByRole('button', { name: '保存' })).toBeNull())
    link.put(['self', self('manager')])
    await goTo('酒水')
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '价格' })).value).toBe('41')
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })
})
