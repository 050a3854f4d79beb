/** The check-in that came of a card, a code, a number or a walk-in, and what else is known of it. */
import type { Answer } from '../../../shared/protocol/answer.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Episode } from './episode.ts'

export type CheckInEpisode = Extract<Episode, { kind: 'check-in' }>
export type More = Partial<Pick<CheckInEpisode, 'glance' | 'full' | 'said' | 'phone'>>
/** What leads to a check-in. */
export type Identifying = CommandOf<'TouchCard' | 'ScanCode' | 'EnterPhone' | 'WalkIn'>

export function foundBy({ result }: Answer & { ok: true }, command: Identifying): [Id, More] | undefined {
  if (typeof result.checkIn !== 'string') return undefined
  const { type } = command
  const glance = type === 'ScanCode' || type === 'EnterPhone'
  const more = { glance, full: result.free === false, said: type === 'WalkIn' }
  return [result.checkIn, type === 'EnterPhone' ? { ...more, phone: command.phone } : more]
}
