/** A room that changes its class and is promised: that guests are in it as well is said in the same breath, and asked about once. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { ConsoleLink } from '../link/console-link.ts'
import type { Speech } from './speech.ts'

export function guestsToo(
  link: ConsoleLink,
  { t }: Speech,
  { refused }: Refusal,
  command: PeopleCommand,
): string | undefined {
  if (refused !== 'in-use' || command.type !== 'SaveRoom' || command.room === undefined) return undefined
  return link.get('room', command.room)?.visit === undefined ? undefined : t('sure.guestsToo')
}
