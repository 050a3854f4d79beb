/** Mashing: a tap that says again what the last tap on the same thing said, and that is still on its way, is one tap. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { PendingTap } from '../link/console-link.ts'

export function isSameTap(command: PeopleCommand, pending: readonly PendingTap[]): boolean {
  const target = targetOf(command)
  // The last one only: taken, released and taken again are three taps.
  const last = pending.filter(tap => targetOf(tap.command) === target).at(-1)
  return last !== undefined && JSON.stringify(last.command) === JSON.stringify(command)
}

function targetOf(command: PeopleCommand): string {
  if ('request' in command && command.request !== undefined) return command.request
  if ('order' in command) return command.order
  if ('checkIn' in command) return command.checkIn
  if ('reservation' in command) return command.reservation
  if ('visit' in command) return command.visit
  if ('room' in command && command.room !== undefined) return command.room
  if ('item' in command && command.item !== undefined) return command.item
  return command.type
}
