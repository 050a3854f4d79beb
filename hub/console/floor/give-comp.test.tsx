import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a gift', () => {
  test('says to a waiter too what they may still give, and holds them to it', async () => {
    const { link, house } = await open('floor')
    link.answerQueries(({ type }) => (type === 'CompLeft' ? { left: 18_000 } : {}))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
    expect((await dialog.findByText(/今天还能送/)).textContent).toBe('今天还能送 ¥180')
    fireEvent.click(dialog.getByRole('button', { name: '减免' }))
    fireEvent.click(dialog.getByRole('button', { name: '生日' }))
    fireEvent.input(dialog.getByRole('textbox'), { target: { value: '181' } })
    expect(dialog.getByText('价值 ¥181').className).toBe('wrong')
    expect(dialog.getByRole('button', { name: '下一步' })).toHaveProperty('disabled', true)
  })

  test('beyond what may still be given today stops before any PIN', async () => {
    const { house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
    fireEvent.click(dialog.getByRole('button', { name: '减免' }))
    fireEvent.click(dialog.getByRole('button', { name: '生日' }))
    const next = () => dialog.getByRole('button', { name: '下一步' })
    const amount = (typed: string) => fireEvent.input(dialog.getByRole('textbox'), { target: { value: typed } })
    amount('1580')
    expect(next()).toHaveProperty('disabled', false)
    expect(dialog.getByText('账单目前 ¥2,548').className).toBe('quiet')
    amount('2549')
    expect(dialog.getByText('账单目前 ¥2,548').className).toBe('wrong')
    amount('1581')
    expect(next()).toHaveProperty('disabled', true)
  })

  test('is chosen among the kinds of drinks that hold one: no chip leads to an empty list', async () => {
    const { house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
    const kinds = within(dialog.getByRole('group', { name: '酒水' })).getAllByRole('button')
    expect(kinds.length).toBeGreaterThan(1)
    for (const kind of kinds) {
      fireEvent.click(kind)
      expect(dialog.queryByText('没有这款')).toBeNull()
    }
  })

  test('asks for the giver’s PIN, and for a second person when the hub wants one', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = await screen.findByRole('dialog', { name: '赠送 V08' })
    expect(dialog.textContent).toContain('今天还能送 ¥1,580')
    // The price list says what is a gift; only that can be chosen.
    expect(within(dialog).queryByText(/山崎/)).toBeNull()
    fireEvent.click(within(dialog).getAllByRole('button', { name: /^赠送 / })[0] ?? dialog)
    fireEvent.click(within(dialog).getByRole('button', { name: '生日' }))
    fireEvent.click(within(dialog).getByRole('button', { name: '下一步' }))
    const answers = [
      refused(refuse('second-person', 'ask-manager')),
      refused(refuse('one-hand', 'choose-other')),
      done(),
    ]
    link.answerWith(() => answers.shift())
    for (const digit of '123456') fireEvent.keyDown(document.body, { key: digit })
    // Of the two the manager answers for the house: anybody may be the other.
    expect(await within(dialog).findByRole('button', { name: '老周' })).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: '何生' }))
    for (const digit of '654321') fireEvent.keyDown(document.body, { key: digit })
    // Not with this one: somebody else.
    expect(await within(dialog).findByText('两个PIN可能出自同一人：换个人，或请老板重设')).toBeTruthy()
    fireEvent.click(await within(dialog).findByRole('button', { name: '何生' }))
    for (const digit of '654321') fireEvent.keyDown(document.body, { key: digit })
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '赠送 V08' })).toBeNull())
    expect(link.sent.at(-1)).toMatchObject({
      type: 'GiveComp',
      visit: 'p2',
      pin: '123456',
      second: { staff: 's6', pin: '654321' },
    })
  })
})
