/** A party that the desk has just let into a room, and its panel. */
import type { Page } from 'playwright/test'
import { playDesk } from './desk.ts'
import type { House } from './house.ts'
import { comeIn } from './pages/panel.ts'

export async function openParty(house: House, room: string): Promise<Page> {
  const desk = await playDesk(house)
  await desk.open(room)
  const panel = await house.open(`d1-panel${room}`)
  await comeIn(panel)
  return panel
}
