import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { expect, test, vi } from 'vitest'
import { show } from '../app.testing.tsx'
import { house as rooms, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { MoneyField } from './money-field.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function field() {
  const heard: (number | null)[] = []
  function Form() {
    const [value, setValue] = useState<number | null>(5000)
    return (
      <MoneyField
        label="价格"
        value={value}
        onChange={next => {
          heard.push(next)
          setValue(next)
        }}
      />
    )
  }
  const link = createFakeLink('c1', tonight)
  link.put(...rooms)
  await show(link, <Form />)
  const input = screen.getByLabelText<HTMLInputElement>('价格')
  const type = (value: string) => fireEvent.input(input, { target: { value } })
  return { input, type, heard }
}

test.each(['12.345', '1,5', '1e3', '十二'])(
  '%s stays as it was typed, is marked in words, and is no amount',
  async typed => {
    const { input, type, heard } = await field()
    type(typed)
    expect(input.value).toBe(typed)
    expect(heard).toEqual([null])
    expect(screen.getByRole('alert').textContent).toBe('写成 1280.25 这样')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    await waitFor(() => expect(input.validationMessage).toBe('写成 1280.25 这样'))
    type('12.5')
    expect(heard.at(-1)).toBe(1250)
    expect(screen.queryByRole('alert')).toBeNull()
    await waitFor(() => expect(input.validity.valid).toBe(true))
  },
)

test('full-width digits are digits', async () => {
  const { input, type, heard } = await field()
  type('１２')
  expect([input.value, heard.at(-1)]).toEqual(['１２', 1200])
  expect(screen.getByText('¥12')).toBeTruthy()
})

test('more than the hub takes is said to be', async () => {
  const { type, heard } = await field()
  type('99999999')
  expect(heard).toEqual([null])
  expect(screen.getByRole('alert').textContent).toBe('最多¥10,000,000')
})
