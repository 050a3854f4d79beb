/** The room panel: its own words. */
import type { Translation } from '../message.ts'
import type { panel as source } from '../zh-hans/panel.ts'

export const panel = {
  panelGreeting: '{name}, enjoy tonight',
} as const satisfies Translation<typeof source>
