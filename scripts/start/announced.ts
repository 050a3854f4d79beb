/** What a hub tells whoever started it, once it listens. */
import * as v from 'valibot'

export const Announced = v.object({
  type: v.literal('listening'),
  origin: v.string(),
  demo: v.boolean(),
  /** Of a demo on this machine: all surfaces side by side. */
  wall: v.boolean(),
  /** On the LAN: where devices come to trust the hub, and how a person knows that it is this one. */
  trust: v.optional(
    v.object({ page: v.string(), until: v.number(), made: v.boolean(), fingerprint: v.optional(v.string()) }),
  ),
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
