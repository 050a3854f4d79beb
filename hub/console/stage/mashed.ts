/** A room in which somebody pressed every key: some was taken there with one tap, and as much came since. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Service } from '../../../shared/protocol/words.ts'
import { call, tonight } from './evening.ts'

const services: readonly Service[] = ['ice', 'cups', 'cleaning', 'microphone', 'lights']

export const mashed = (staff: Id) =>
  services.flatMap((service, at) => {
    const asked = { what: { kind: 'service', service }, severity: 'info', room: 'v05', visit: 'p3' } as const
    const takenAt = tonight - 150_000
    const taken = { status: 'acknowledged', takenBy: staff, takenAt, lapsesAt: tonight + 30_000 } as const
    return [
      call(`taken-${service}`, { ...asked, ...taken, openedAt: takenAt - 20_000 }),
      call(`since-${service}`, { ...asked, openedAt: tonight - 70_000 + at * 1000 }),
    ]
  })
