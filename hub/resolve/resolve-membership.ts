/** Look-ups of commands by which members and staff change who is a member: each writes the row that its event commits. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import { type Facts, knowing, noFacts, type StagedRow } from '../domain/decision.ts'
import type { Member } from '../domain/member/member.ts'
import { ownMember } from '../domain/member/own.ts'
import { textsOf } from '../domain/member/texts.ts'
import type { Principal } from '../domain/principal.ts'
import type { ReadState } from '../domain/state.ts'
import type { HouseRecords } from '../records/house-records.ts'
import { changedByThemselves } from '../records/member-changes.ts'
import { mergedMember } from '../records/merged-member.ts'
import type { Directory } from '../worker/directory.ts'
import type { PinDeps } from './resolve-pin.ts'

export interface MembershipDeps extends Pick<PinDeps, 'isPin'> {
  readonly state: ReadState
  readonly records: HouseRecords
  readonly directory: Directory
  /** The check-in that a phone's claim made. */
  readonly claimed: (claim: Id) => Id | undefined
}

export function createMembershipLookUps(deps: MembershipDeps) {
  const { state, records, directory } = deps

  /** Facts of whoever holds this phone. */
  function claimed(by: Principal): Facts {
    const checkIn = by.kind === 'phone' ? deps.claimed(by.claim) : undefined
    return { ...noFacts, ...(checkIn !== undefined && { claimed: checkIn }) }
  }

  async function stage(id: Id, change: (member: Member) => Member | undefined): Promise<Partial<Facts>> {
    const row = await records.members.load(id)
    return row ? { saved: { id, rev: await records.members.stage(id, change(row.value)) }, basedOn: row.rev } : {}
  }

  async function endTexts(texts: Iterable<Id>): Promise<readonly StagedRow[]> {
    // Side by side: those of one shard share a write, and a full evening has hundreds.
    return Promise.all(
      [...texts].map(async (id): Promise<StagedRow> => {
        const basedOn = (await records.texts.load(id))?.rev
        // Without a version before: it was erased with its reservation already.
        const rev = await records.texts.stage(id, undefined)
        return { kind: 'text', id, rev, ...(basedOn !== undefined && { basedOn }) }
      }),
    )
  }

  /** The end of a member's row and of what was typed about them. */
  async function ending(member: Id): Promise<Facts> {
    const before = await records.members.load(member)
    const row = await stage(member, () => undefined)
    const formerly = before?.value.formerly?.map(({ id }) => id)
    return {
      ...noFacts,
      ...row,
      staged: row.saved ? await endTexts(textsOf(state, member)) : [],
      ...(formerly && { formerly }),
    }
  }

  /** The same once more, after a restore: out of a backup that was rewritten the row is gone, and what rests on it is not. */
  async function endingAgain(member: Id): Promise<Facts> {
    const facts = await ending(member)
    if (facts.saved || !(await records.members.knows(member))) return facts
    const saved = { id: member, rev: await records.members.stage(member, undefined) }
    return { ...facts, saved, staged: await endTexts(textsOf(state, member)) }
  }

  return {
    claimed,

    /** Texts that end with this command, as far as there are any. */
    leavingTexts(facts: Facts, texts: readonly Id[]): Facts | Promise<Facts> {
      return texts.length === 0 ? facts : endTexts(texts).then(staged => ({ ...facts, staged }))
    },

    /** Nobody writes these again, and one may be told while its party goes: the decision says which of them still end. */
    async leavingSeekers(facts: Facts, texts: readonly Id[]): Promise<Facts> {
      const staged = await endTexts(texts)
      return { ...facts, staged: staged.map(({ basedOn: _seen, ...row }) => row) }
    },

    async ownCard({ changes }: CommandOf<'SaveMyself'>, by: Principal): Promise<Facts> {
      const facts = claimed(by)
      const member = facts.claimed === undefined ? undefined : ownMember(state.checkIns.get(facts.claimed))
      return member === undefined
        ? facts
        : { ...facts, ...(await stage(member, row => changedByThemselves(row, changes))) }
    },

    /** The number may be somebody's already: then nothing is written, and staff are the only ones who are told why. */
    async number({ checkIn, phone, birthday }: CommandOf<'LeaveNumber'>): Promise<Facts> {
      const { member: id, enrolled } = state.checkIns.get(checkIn) ?? {}
      const known = id !== undefined && enrolled === true ? await records.loadFacts(id) : undefined
      if (!known) return noFacts
      const { member } = known
      const facts = knowing([known])
      const holder = await directory.identify('phone', phone)
      const free = 'failure' in holder && holder.failure === 'unknown'
      if (!free || member.phone !== undefined) return facts
      const numbered = (row: Member) => ({ ...row, phone, ...(birthday !== undefined && { birthday }) })
      return { ...facts, ...(await stage(member.id, numbered)) }
    },

    async merging(command: CommandOf<'MergeMembers'>, by: Principal): Promise<Facts | Refusal> {
      const { kept, keptRev, gone, goneRev, take, pin } = command
      const right = by.kind === 'staff' && (await deps.isPin(by, by.staff, pin))
      const facts: Facts = { ...noFacts, pin: right ? 'right' : 'wrong' }
      const [one, other] = [await records.members.load(kept), await records.members.load(gone)]
      if (!right || kept === gone || !one || !other) return facts
      // What was looked at side by side is not what they say any more.
      if (one.rev !== keptRev) return refuse('already-done', 'look-again', { about: kept })
      if (other.rev !== goneRev) return refuse('already-done', 'look-again', { about: gone })
      // Seen by name from the next frame on.
      await records.loadFacts(kept)
      const merged = mergedMember(one.value, other.value, take)
      return {
        ...facts,
        staged: [
          { kind: 'member', id: kept, rev: await records.members.stage(kept, merged), basedOn: one.rev },
          { kind: 'member', id: gone, rev: await records.members.stage(gone, undefined), basedOn: other.rev },
        ],
      }
    },

    async erasing({ member, pin }: CommandOf<'EraseMember'>, by: Principal): Promise<Facts> {
      const right = by.kind === 'staff' && (await deps.isPin(by, by.staff, pin))
      return right ? { ...(await ending(member)), pin: 'right' } : { ...noFacts, pin: 'wrong' }
    },
    endingAgain,
  }
}
