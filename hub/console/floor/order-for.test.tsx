import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'
import { tonight } from '../stage/evening.ts'
import type { FakeLink } from '../stage/fake-link.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

/** Draft beer has a price of its own in big rooms, such as V08, and a happy hour until midnight in the others. */
function priceBeer(link: FakeLink): void {
  const beer = link.get('item', 'i2')
  if (!beer) throw new Error('no beer')
  const classes = [{ roomClass: 'big', price: 4800, bands: [] }]
  link.put(['item/i2', { ...beer, price: 3800, bands: [{ from: 1200, to: 1440, price: 2900 }], classes }])
}

async function sheetOf(id: string) {
  const { link, house } = await open('manager')
  priceBeer(link)
  house.openRoom.value = id
  const sheet = await screen.findByRole('dialog', { name: new RegExp(id, 'i') })
  return { link, house, sheet }
}

/** What the sheet asked in a window of its own. */
const asked = () => {
  const dialog = document.querySelector('dialog')
  if (!dialog) throw new Error('nothing asked')
  return dialog
}

const press = (inside: HTMLElement, name: string | RegExp) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

const rowOf = (dialog: HTMLElement) => {
  const row = within(dialog).getByText('青岛纯生').closest('li')
  if (!row) throw new Error('no row')
  return row
}

describe('代客下单', () => {
  test('asks what the hub will book: the price of that room’s class', async () => {
    const { sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    const dialog = asked()
    expect(rowOf(dialog).textContent).toContain('¥48')
    press(rowOf(dialog), '加 青岛纯生')
    expect(within(dialog).getByRole('button', { name: /¥48/ })).toBeTruthy()
  })

  test('and of the hour in the house’s time zone, as soon as it has struck', async () => {
    vi.useFakeTimers({ now: tonight, toFake: ['Date', 'setInterval', 'clearInterval'] })
    try {
      const { link, sheet } = await sheetOf('v01')
      press(sheet, '代客下单')
      const row = rowOf(asked())
      expect(row.textContent).toContain('¥29')
      link.setNow(tonight + 40 * 60_000)
      vi.advanceTimersByTime(1000)
      await vi.waitFor(() => expect(row.textContent).toContain('¥38'))
    } finally {
      vi.useRealTimers()
    }
  })

  test.each([
    ['a finger: no keyboard comes up over the list', true, 'DIALOG'],
    ['a mouse: what is typed is looked for at once', false, 'INPUT'],
  ])('with %s', async (_with, coarse, focused) => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: coarse && query === '(pointer: coarse)' }))
    // As browsers do.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true
      this.querySelector('input')?.focus()
    }
    const { sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    await waitFor(() => expect(document.activeElement?.tagName).toBe(focused))
    vi.unstubAllGlobals()
  })
})

describe('赠送', () => {
  test('counts at the price of that room’s class, as the hub will', async () => {
    const { sheet } = await sheetOf('v08')
    press(sheet, '赠送')
    const dialog = asked()
    expect(rowOf(dialog).textContent).toContain('¥48')
    press(rowOf(dialog), '赠送')
    expect(dialog.textContent).toContain('¥48')
  })
})
