/** The room panel: its own words; the source that types the other languages. */

export const panel = {
  panelGreeting: '{name}，今晚尽兴',
} as const
