/**
 * Files for a list of members, one after the other as the desk would make them: who is there already stays as they are, so that
 * a list that broke off is read once more from its beginning. It goes on while somebody looks at something else.
 */
import { signal } from '@preact/signals'
import type { QueryAnswer } from '../../../../shared/protocol/answer.ts'
import type { AnswerOf, QueryOf } from '../../../../shared/protocol/queries.ts'
import { isUndecided, type Refusal } from '../../../../shared/protocol/refusals.ts'
import type { ConsoleLink } from '../../link/console-link.ts'
import { keepAsking } from '../../state/keep-asking.ts'
import type { ListedMember, MemberList } from './read-members.ts'

export interface ImportSoFar {
  readonly file: string
  readonly all: number
  readonly done: number
  readonly added: number
  /** Of the list, lines that were left out before it began. */
  readonly faults: MemberList['faults']
  /** Of them nothing was changed. */
  readonly there: number
  /** Lines of members who were not taken, or whose card was not. */
  readonly left: readonly { readonly line: number; readonly what: 'member' | 'card'; readonly refusal: Refusal }[]
  /** Why it goes on no more; `all`: it is through. */
  readonly over?: 'all' | 'stopped' | Refusal
}

export const importing = signal<ImportSoFar | undefined>(undefined)
let stopping = false

type Link = Pick<ConsoleLink, 'tap' | 'ask' | 'connection'>

/** `mayGoOn`: whoever began it is still the one who is signed in. */
export async function importMembers(
  link: Link,
  file: string,
  { members, faults }: Pick<MemberList, 'members' | 'faults'>,
  mayGoOn: () => boolean,
): Promise<void> {
  stopping = false
  let so: ImportSoFar = { file, all: members.length, done: 0, added: 0, faults, there: 0, left: [] }
  importing.value = so
  for (const member of members) {
    if (stopping || !mayGoOn()) break
    const taken = await take(link, member)
    if ('over' in taken) {
      so = { ...so, over: taken.over }
      break
    }
    const { added, left } = taken
    so = {
      ...so,
      done: so.done + 1,
      added: so.added + (added === true ? 1 : 0),
      there: so.there + (added === false ? 1 : 0),
      left: left ? [...so.left, { line: member.line, ...left }] : so.left,
    }
    importing.value = so
  }
  importing.value = { ...so, over: so.over ?? (so.done < so.all ? 'stopped' : 'all') }
}

export function stopImport(): void {
  stopping = true
}

/** `added`: false for who is there already, undefined for who could not be taken. */
type Taken =
  | { readonly added?: boolean; readonly left?: Omit<ImportSoFar['left'][number], 'line'> }
  | { readonly over: Refusal }

async function take(link: Link, { details, card }: ListedMember): Promise<Taken> {
  // A number tells the hub who is written down twice; of who has none it is the card.
  if (details.phone === undefined && card !== undefined) {
    const found = await decided(link, { type: 'SearchMembers', text: card.slice(-60) })
    if (!found.ok) return { over: found.refusal }
    if (found.value.hits.length > 0) return { added: false }
  }
  const made = await link.tap({ type: 'NewMember', details })
  if (!made.ok) {
    const { refusal } = made
    if (refusal.refused === 'phone-taken') return { added: false }
    return refusal.refused === 'malformed' || refusal.refused === 'unknown'
      ? { left: { what: 'member', refusal } }
      : { over: refusal }
  }
  if (card === undefined) return { added: true }
  const given = await link.tap({ type: 'AddCard', member: String(made.result.member), from: { printed: card } })
  return given.ok ? { added: true } : { added: true, left: { what: 'card', refusal: given.refusal } }
}

type Search = QueryOf<'SearchMembers'>

/** Asked until the hub has answered, as taps are: a list asks faster than one screen may. */
const decided = (link: Link, query: Search): Promise<QueryAnswer<AnswerOf[Search['type']]>> =>
  new Promise(resolve => {
    const asking = keepAsking({
      ask: () => link.ask(query),
      connection: link.connection,
      pauseMs: 0,
      answered(answer) {
        if (!answer.ok && isUndecided(answer.refusal.refused)) return
        asking.stop()
        resolve(answer)
      },
    })
  })
