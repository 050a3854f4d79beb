/** What each choice of 舒适 is called, and its picture. */
import IconLarge from '~icons/lucide/a-large-small'
import IconLow from '~icons/lucide/arrow-down-to-line'
import IconLeft from '~icons/lucide/arrow-left-to-line'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import type { ComfortChoice } from '../state/comfort.ts'

export const comfortDrawings = { large: IconLarge, left: IconLeft, low: IconLow } as const satisfies Record<
  ComfortChoice,
  Icon
>
export const comfortWords = {
  large: 'largeType',
  left: 'leftHand',
  low: 'lowReach',
} as const satisfies Record<ComfortChoice, string>
