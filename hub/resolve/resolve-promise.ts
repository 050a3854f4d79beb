/** Look-ups of reservations: the name and the number that a promise is for, and what is noted of it, are texts of their own, never in a fact. */
import { fitsScreens } from '../../shared/protocol/called.ts'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import { type Facts, knowing, type StagedRow } from '../domain/decision.ts'
import type { Reservation } from '../domain/state.ts'
import type { HouseRecords } from '../records/house-records.ts'

export function createPromiseLookUps(deps: {
  records: Pick<HouseRecords, 'texts' | 'newId' | 'loadFacts'>
  /** Keyed hash by which a number that is typed finds what is promised. */
  contactKey: (phone: string) => string
}) {
  const { records } = deps
  return { reserving }

  /**
   * `before`: a name, number or note that changes is written over in its own row, and what nobody needs any more erased. Refused
   * where a name beside a member, which tonight's screens sing, is too wide for them; no console of ours sends one.
   */
  async function reserving(
    { member, booker, name, phone, note }: CommandOf<'Reserve' | 'AmendReservation'>,
    before: Reservation | undefined,
  ): Promise<Facts | Refusal> {
    if (member !== undefined && name !== undefined && !fitsScreens(name) && !(await isSungAlready(before, name)))
      return refuse('malformed', 'look-again')
    const facts = member === undefined ? undefined : await records.loadFacts(member)
    // Shown with the reservation, where they are a member.
    if (booker !== undefined) await records.loadFacts(booker)
    const named = name === undefined && before?.text === undefined ? undefined : await stageText(before?.text, name)
    const noted = note === undefined && before?.note === undefined ? undefined : await stageText(before?.note, note)
    // A member's own number is in their file.
    const number = member === undefined ? phone : undefined
    const dropped = member !== undefined && before?.phone !== undefined
    const called = number !== undefined || dropped ? await stageText(before?.phone, number) : undefined
    return {
      ...knowing(facts ? [facts] : []),
      staged: [named, called, noted].filter(row => row !== undefined),
      ...(named && name !== undefined && { named: named.id }),
      ...(called && number !== undefined && { contact: { text: called.id, key: deps.contactKey(number) } }),
      ...(noted && note !== undefined && { noted: noted.id }),
      ...(facts && { identified: { member: facts } }),
    }
  }

  /** Who only changes the hour of a promise that an older hub took need not shorten it. */
  async function isSungAlready(before: Reservation | undefined, name: string): Promise<boolean> {
    if (before?.member === undefined || before.text === undefined) return false
    return (await records.texts.load(before.text))?.value === name
  }

  async function stageText(known: Id | undefined, text: string | undefined): Promise<StagedRow> {
    const before = known === undefined ? undefined : await records.texts.load(known)
    const id = before?.id ?? (await records.newId('text'))
    const rev = await records.texts.stage(id, text)
    return { kind: 'text', id, rev, ...(before && { basedOn: before.rev }) }
  }
}
