/** Somebody looks for a party: the desk asks, the host answers, the desk tells them. */
import { inPerson } from '../../../shared/protocol/asked-in-person.ts'
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { commits, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import type { ReadState, Visit } from '../state.ts'
import { liveVisit } from '../visit/live-visit.ts'
import { visitWith } from './seeker.ts'

export type SeekerCommand = CommandOf<'AskHost' | 'AnswerSeeker' | 'EndSeeker'>

/** More than this at one door are one crowd: somebody goes and asks. */
const mostAtOnce = 5

export function decideSeeker(state: ReadState, command: SeekerCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'AskHost':
      return askHost(state, command, meta)
    case 'AnswerSeeker':
      return answer(state, command, meta)
    case 'EndSeeker': {
      const visit = visitWith(state, command.seeker)
      if (!visit) return refuse('already-done', 'look-again', { about: command.seeker })
      return { events: [...commits(meta.facts), { type: 'SeekerGone', seeker: command.seeker, visit: visit.id }] }
    }
    default:
      return assertNever(command)
  }
}

function askHost(state: ReadState, command: CommandOf<'AskHost'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  if (command.seeker !== undefined) return askAgain(visit, command.seeker)
  if ((visit.seekers ?? []).length >= mostAtOnce) return refuse('too-many', 'look-again', { about: visit.id })
  const { saved } = meta.facts
  const seeker = meta.id('f')
  const events: Event[] = saved ? [{ type: 'RecordSaved', kind: 'text', ...saved }] : []
  events.push({ type: 'HostAsked', seeker, visit: visit.id, ...(saved && { text: saved.id }) })
  return { events, result: { seeker, inPerson: inPerson(visit) !== undefined } }
}

/** 稍等 was the last word, and they still stand there. */
function askAgain(visit: Visit, id: Id): Decision {
  const known = visit.seekers?.find(one => one.id === id)
  if (!known) return refuse('already-done', 'look-again', { about: id })
  const { text, answer } = known
  const result = { seeker: id, inPerson: inPerson(visit) !== undefined }
  if (answer === undefined) return { events: [], result }
  return { events: [{ type: 'HostAsked', seeker: id, visit: visit.id, ...(text !== undefined && { text }) }], result }
}

/** The last word holds: the host may think again, as long as somebody stands there. */
function answer(state: ReadState, command: CommandOf<'AnswerSeeker'>, { by, visit: own }: Meta): Decision {
  const visit = visitWith(state, command.seeker)
  // Another room's visitor is nobody's business here.
  if (!visit || (by.kind === 'panel' && visit.id !== own?.id)) return refuse('already-done', 'look-again')
  const known = visit.seekers?.find(({ id }) => id === command.seeker)
  if (known?.answer === command.answer) return { events: [] }
  return {
    events: [{ type: 'SeekerAnswered', seeker: command.seeker, visit: visit.id, answer: command.answer }],
  }
}
