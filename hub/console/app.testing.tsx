/** The whole console over the stage's evening, or one part of it, for the tests beside its parts. */
import { cleanup, render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, beforeEach } from 'vitest'
import type { Role, Station } from '../../shared/protocol/words.ts'
import { App } from './app.tsx'
import { inside, house as rooms, self, staffSlices, tonight } from './stage/evening.ts'
import { createFakeLink, type FakeLink } from './stage/fake-link.ts'
import { createHouse, type House, HouseContext } from './state/house.ts'
import { createSpeech } from './state/speech.ts'

let opened: House | undefined

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(close)

/** As when the page is left. */
export function close(): void {
  cleanup()
  opened?.stop()
  opened = undefined
}

export async function open(role?: Role, station?: Station): Promise<{ link: FakeLink; house: House }> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role, station)], ...(role || station ? inside : []))
  return { link, house: await show(link) }
}

/** Of what `link` was given. It is taken down after the test. */
export async function show(link: FakeLink, children: ComponentChildren = <App />): Promise<House> {
  const house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  opened = house
  render(<HouseContext.Provider value={house}>{children}</HouseContext.Provider>)
  return house
}

export const onDuty = (...staff: readonly string[]) =>
  staffSlices.flatMap(([key, view]) =>
    staff.includes(view.id) ? [[key, { ...view, onDutySince: tonight - 3_600_000 }] as const] : [],
  )

export const row = (id: string, of: 'request' | 'checkin' = 'request'): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-slice-key="${of}/${id}"]`)
  if (!found) throw new Error(`no row of ${id}`)
  return found
}
