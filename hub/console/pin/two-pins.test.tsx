import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { me } from '../state/house.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a return', () => {
  test('is one person’s affair where nobody else works', async () => {
    const { link, house } = await open('manager')
    link.answerWith(() => done())
    for (const one of link.all('staff')) if (one.id !== me(house)) link.put([`staff/${one.id}`, { ...one, gone: true }])
    house.screen.value = 'bar'
    fireEvent.click((await screen.findAllByRole('button', { name: '退单' }))[0] ?? document.body)
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: '未开封' }))
    fireEvent.click(within(dialog).getByRole('button', { name: /^退 1份/ }))
    for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
    await waitFor(() => expect(link.sent).toMatchObject([{ type: 'ReturnLine', pin: '111111' }]))
    expect(link.sent[0]).not.toHaveProperty('second')
  })

  test('whose own PIN was wrong says so and asks for it again', async () => {
    const { link, house } = await open('manager')
    house.screen.value = 'bar'
    fireEvent.click((await screen.findAllByRole('button', { name: '退单' }))[0] ?? document.body)
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: '未开封' }))
    fireEvent.click(within(dialog).getByRole('button', { name: /^退 1份/ }))
    link.answerWith(() => refused(refuse('wrong-pin', 'try-again', { about: 's1' })))
    for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
    fireEvent.click(await within(dialog).findByRole('button', { name: '何生' }))
    for (const digit of '222222') fireEvent.keyDown(document.body, { key: digit })
    expect(await within(dialog).findByText('PIN不对，请再输一次')).toBeTruthy()
    expect(within(dialog).getByText('林静，输入六位PIN')).toBeTruthy()
  })
})
