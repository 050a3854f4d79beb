/** What a hub tells whoever started it, once it listens. */
import * as v from 'valibot'

export const Announced = v.object({
  type: v.literal('listening'),
  origin: v.string(),
  demo: v.boolean(),
  /** Of every surface a one-time link: name for the terminal, and where it leads. */
  links: v.array(
    v.object({
      name: v.string(),
      surface: v.picklist(['kiosk', 'panel', 'console', 'reader', 'player']),
      device: v.string(),
      url: v.string(),
    }),
  ),
})
export type Announced = v.InferOutput<typeof Announced>
