/** Look-ups of commands by which a member's file is made or changed: each writes the row that its event commits. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import { type Facts, noFacts } from '../domain/decision.ts'
import type { Member } from '../domain/member/member.ts'
import type { Principal } from '../domain/principal.ts'
import type { HouseRecords } from '../records/house-records.ts'
import { changedMember, enrolledMember, memberFromDesk } from '../records/member-changes.ts'
import type { Directory } from '../worker/directory.ts'
import type { CardLookups } from './resolve-card.ts'

export function createFileLookUps(deps: {
  records: HouseRecords
  directory: Directory
  cards: CardLookups
  memberCode: () => string
  now: () => number
}) {
  const { records, directory, cards } = deps
  return { enrol, changing, savingMember, newMember, withNewCard }

  async function enrol(command: CommandOf<'Enrol'>): Promise<Facts> {
    const id = await records.newId('member')
    const member = enrolledMember(id, command, deps.memberCode(), deps.now())
    const rev = await records.members.stage(id, member)
    return { ...noFacts, enrolled: { rev, member: { member, history: records.histories.get(id) } } }
  }

  async function changing(
    id: Id,
    seen: number | undefined,
    change: (member: Member) => Member | Refusal,
  ): Promise<Facts | Refusal> {
    const row = await records.members.load(id)
    if (!row) return refuse('unknown', 'look-again', { about: id })
    // Somebody else saved meanwhile: the editor looks again rather than overwrite it unseen.
    if (seen !== undefined && seen !== row.rev) return refuse('already-done', 'look-again', { about: id })
    const changed = change(row.value)
    if ('refused' in changed) return changed
    return { ...noFacts, saved: { id, rev: await records.members.stage(id, changed) }, basedOn: row.rev }
  }

  async function savingMember({ member: id, rev, changes }: CommandOf<'SaveMember'>, by: Principal) {
    const facts = await changing(id, rev, member => changedMember(member, changes, by, deps.now()))
    return 'refused' in facts ? facts : { ...facts, ...(await phoneOf(changes.phone, id)) }
  }

  async function newMember({ details }: CommandOf<'NewMember'>, by: Principal): Promise<Facts> {
    const id = await records.newId('member')
    const rev = await records.members.stage(id, memberFromDesk(id, details, by, deps.now()))
    return { ...noFacts, saved: { id, rev }, ...(await phoneOf(details.phone, id)) }
  }

  async function phoneOf(phone: string | undefined, own: Id): Promise<Pick<Facts, 'phoneOf'>> {
    const { member } = phone ? await directory.identify('phone', phone) : {}
    return member === undefined || member === own ? {} : { phoneOf: member }
  }

  async function withNewCard(
    { member, from }: CommandOf<'AddCard' | 'ReplaceCard'>,
    by: Principal,
    first: (member: Member) => Member | Refusal,
  ): Promise<Facts | Refusal> {
    const adding = await cards.adding(from, by, member)
    if ('refused' in adding) return adding
    const { add, claim } = adding
    try {
      const facts = await changing(member, undefined, row => {
        const changed = first(row)
        return 'refused' in changed ? changed : add(changed)
      })
      if ('refused' in facts || !facts.saved) claim.drop()
      else claim.writtenAt(facts.saved.rev)
      return facts
    } catch (error) {
      claim.drop()
      throw error
    }
  }
}
