/**
 * Which texts a surface has: common words, its own part, and the refusals in the tone of its readers (guests: phone and panel,
 * what they can hear; staff: all; the kiosk says none in words). Keys are flat; a part may not reuse a key of common.
 */
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Translation } from './message.ts'
import type { common } from './zh-hans/common.ts'
import type { consolePart } from './zh-hans/console.ts'
import type { kiosk } from './zh-hans/kiosk.ts'
import type { panel } from './zh-hans/panel.ts'
import type { paper } from './zh-hans/paper.ts'
import type { phone } from './zh-hans/phone.ts'
import type { guestRefusals, staffRefusals } from './zh-hans/refusals.ts'
import type { setup } from './zh-hans/setup.ts'
import type { terminal } from './zh-hans/terminal.ts'
import type { trust } from './zh-hans/trust.ts'
import type { wall } from './zh-hans/wall.ts'

/** `setup`: the part of the console that is fetched when somebody opens it. */
export type Surface = 'kiosk' | 'phone' | 'panel' | 'console' | 'setup' | 'terminal' | 'wall' | 'trust' | 'paper'

/** Where the house says to a guest what only staff are told, it is as though it had said that they may not. */
type GuestRefusals = typeof guestRefusals &
  Readonly<
    Record<Exclude<`refused.${RefusalCode}`, keyof typeof guestRefusals>, (typeof guestRefusals)['refused.not-allowed']>
  >

type OwnParts = {
  common: unknown
  kiosk: typeof kiosk
  phone: typeof phone & GuestRefusals
  panel: typeof panel & GuestRefusals
  console: typeof consolePart & typeof staffRefusals
  setup: typeof setup & typeof staffRefusals
  terminal: typeof terminal & typeof staffRefusals
  wall: typeof wall & typeof staffRefusals
  trust: typeof trust & typeof staffRefusals
  paper: typeof paper & typeof staffRefusals
}

/** The zh-Hans source a surface is typed by. */
export type Source<S extends Surface | 'common'> = typeof common & OwnParts[S]

/** All texts of one surface in one language. */
export type Catalogue<S extends Surface | 'common'> = Translation<Source<S>>
