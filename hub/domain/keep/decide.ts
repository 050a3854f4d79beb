/** 存酒 and 取存酒: a member's bottle stays in the house, and comes out for them. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState, Visit } from '../state.ts'
import { labelFor } from './label.ts'

export type KeepCommand = CommandOf<'StoreKeep' | 'DrawKeep'>

export function decideKeep(state: ReadState, command: KeepCommand, meta: Meta): Decision {
  if (meta.by.kind !== 'staff') return refuse('not-allowed', 'sign-in')
  const visit = state.visits.get(command.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  switch (command.type) {
    case 'StoreKeep':
      return store(state, command, visit, meta)
    case 'DrawKeep':
      return draw(state, command, visit, meta)
    default:
      return assertNever(command)
  }
}

const dayMs = 86_400_000

function store(state: ReadState, command: CommandOf<'StoreKeep'>, visit: Visit, meta: Meta): Decision {
  const { member, tenths, shelf, days } = command
  if (!isHere(visit, member)) return refuse('unknown', 'choose-other', { about: member })
  const item = meta.item(command.item)
  // A package is not a bottle.
  if (!item || item.components.length > 0) return refuse('unknown-item', 'choose-other', { about: command.item })
  const keep = meta.id('k')
  const label = labelFor(keep, state.keeps)
  return {
    events: [
      {
        type: 'KeepStored',
        keep,
        member,
        visit: visit.id,
        item: item.id,
        tenths,
        shelf,
        label,
        expiresAt: meta.at + days * dayMs,
      },
    ],
    result: { keep, label },
  }
}

function draw(state: ReadState, { keep: id, tenths }: CommandOf<'DrawKeep'>, visit: Visit, { by }: Meta): Decision {
  const keep = state.keeps.get(id)
  if (!keep) return refuse('unknown', 'look-again')
  // For somebody else's table only who answers for the house may take it from the shelf.
  const answers = by.kind === 'staff' && (by.role === 'manager' || by.role === 'owner')
  if (!isHere(visit, keep.member) && !answers) return refuse('not-allowed', 'ask-manager', { about: keep.member })
  if (tenths > keep.tenths) return refuse('too-many', 'look-again', { about: id })
  const left = keep.tenths - tenths
  return { events: [{ type: 'KeepDrawn', keep: id, visit: visit.id, tenths, left }], result: { left } }
}

const isHere = ({ host, members }: Visit, member: Id): boolean => host === member || members.includes(member)
