/** What the clock alone changes: to be sent when the minute on the venue's wall changes. */
import { clockConsole } from './console.ts'
import type { Audience, Slices, ViewContext } from './context.ts'

export const clockView = (context: ViewContext, audience: Audience): Slices =>
  audience.kind === 'console' ? clockConsole(context, audience.role) : new Map()
