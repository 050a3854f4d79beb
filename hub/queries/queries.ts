/** Answers questions that change nothing, each within what the asker's role may see. */
import * as v from 'valibot'
import type { QueryAnswer } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type AnswerOf, Query, type QueryOf, type QueryType } from '../../shared/protocol/queries.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { PrinterState } from '../../shared/protocol/words.ts'
import type { FoundBackup } from '../backup/find-backups.ts'
import { quotaLeft } from '../domain/comp/quota.ts'
import { leads, type Principal } from '../domain/principal.ts'
import { isPromised } from '../domain/reservation/window.ts'
import { type Keep, songsOfHouse } from '../domain/state.ts'
import { freeRooms } from '../domain/visit/free-rooms.ts'
import { may } from '../identity/authorise.ts'
import type { CardReads } from '../identity/card-reads.ts'
import { principalOf } from '../identity/devices.ts'
import type { HouseRecords } from '../records/house-records.ts'
import { placeOf } from '../resolve/resolve-card.ts'
import type { Imports } from '../song-import/imports.ts'
import { memberCard } from '../views/console/member-card.ts'
import type { ViewContext } from '../views/context.ts'
import { menuSetup, staffSetup, venueSetup } from '../views/setup.ts'
import type { Directory } from '../worker/directory.ts'
import { createFindGuests } from './find-guests.ts'
import { createFindKeeps } from './find-keeps.ts'
import { heldAbout } from './held-about.ts'
import type { createTellNights } from './tell-nights.ts'
import { createYourSongs } from './your-songs.ts'

const membersFound = 20

export interface QueryDeps {
  readonly imports: Pick<Imports, 'tell'>
  /** Newest first. */
  readonly backups: () => Promise<readonly FoundBackup[]>
  readonly directory: Directory
  readonly records: HouseRecords
  readonly cardReads: CardReads
  readonly tellNights: ReturnType<typeof createTellNights>
  readonly context: () => ViewContext
  /** A page for the eye; undefined without a printer. */
  readonly testPrinter: () => Promise<PrinterState | undefined>
  /** The label of a bottle; undefined without a printer. `called`: whose it is. */
  readonly printKeep: (keep: Keep, called: string | undefined) => Promise<PrinterState | undefined>
  /** Somebody looked at what is masked: who, at whom. */
  readonly log: (event: 'code-shown', by: Id, member: Id) => void
  /** Somebody asked what is not theirs to ask. */
  readonly turnedAway: (by: Principal, what: QueryType) => void
  /** Somebody looks at a whole phone number: false when the journal does not take it. */
  readonly phoneShown: (by: { readonly device: Id; readonly staff: Id }, member: Id) => Promise<boolean>
  /** Somebody takes a file of all that is held about a member: the same. */
  readonly fileTaken: (by: { readonly device: Id; readonly staff: Id }, member: Id) => Promise<boolean>
}

export function createQueries(deps: QueryDeps): (by: Principal, raw: unknown) => Promise<QueryAnswer<unknown>> {
  const { directory, records, context } = deps
  const findGuests = createFindGuests(deps)
  const findKeeps = createFindKeeps(deps)
  const yourSongs = createYourSongs(deps)

  return async (by, raw) => {
    const parsed = v.safeParse(Query, raw)
    if (!parsed.success) return no(refuse('malformed'))
    const query = parsed.output
    if (!may(by, query.type)) {
      deps.turnedAway(by, query.type)
      return no(refuse('not-allowed', by.kind === 'console' ? 'sign-in' : 'none'))
    }
    switch (query.type) {
      case 'SearchSongs': {
        const { type: _type, ...wanted } = query
        const favoured = by.kind === 'panel' && wanted.text !== '' ? await yourSongs.favoured(by.room) : []
        return yes(await directory.searchSongs({ ...wanted, ...(favoured.length > 0 && { favoured }) }))
      }
      case 'BrowseArtists': {
        const { type: _type, ...wanted } = query
        return yes(await directory.browseArtists(wanted))
      }
      case 'YourSongs':
        return by.kind === 'panel' ? yes(await yourSongs.list(by.room)) : no(refuse('not-allowed'))
      case 'SearchMembers':
        return yes(await searchMembers(query.text))
      case 'FindGuests':
        return yes(await findGuests(query.text))
      case 'MemberCard':
        return memberCardFor(by, query.member)
      case 'MemberPhone':
        return phoneOf(by, query.member)
      case 'MemberFile':
        return fileOf(by, query.member)
      case 'MemberCode':
        return codeOf(by, query.member)
      case 'ReadCard':
        return readCard(by, query)
      case 'FreeRooms': {
        const { state, venue, now } = context()
        return yes<AnswerOf['FreeRooms']>({
          rooms: freeRooms(state, venue, now, { party: query.party }).map(room => room.id),
        })
      }
      case 'RoomsToPromise': {
        const { state, venue } = context()
        const free = venue.rooms.filter(({ id }) => !isPromised(state, id, query, query.reservation))
        return yes<AnswerOf['RoomsToPromise']>({ rooms: free.map(({ id }) => id) })
      }
      case 'CompLeft': {
        if (by.kind !== 'staff') return no(refuse('not-allowed', 'sign-in'))
        const { state, venue } = context()
        return yes<AnswerOf['CompLeft']>({ left: quotaLeft(state, by.staff, by.role, { venue, day: state.day }) })
      }
      case 'TestPrinter':
        return yes<AnswerOf['TestPrinter']>({ state: (await deps.testPrinter()) ?? 'none' })
      case 'Keeps':
        return yes(await findKeeps(query, seesEveryone(by)))
      case 'PrintKeep':
        return printKeep(by, query.keep)
      case 'Nights':
        return deps.tellNights.nights()
      case 'TellNight':
        return deps.tellNights.night(query)
      case 'TellVisit':
        return deps.tellNights.visit(query)
      case 'MenuSetup':
        return yes<AnswerOf['MenuSetup']>(menuSetup(context()))
      case 'VenueSetup':
        return yes<AnswerOf['VenueSetup']>(venueSetup(context()))
      case 'PlanSongs': {
        const told = deps.imports.tell(query)
        return told ? yes<AnswerOf['PlanSongs']>(told) : no(refuse('unknown', 'look-again'))
      }
      case 'SongsSetup': {
        const { catalogue: _catalogue, before: _before, ...last } = context().state.catalogues.get(songsOfHouse) ?? {}
        return yes<AnswerOf['SongsSetup']>('at' in last ? { last } : {})
      }
      case 'Backups': {
        const backups = await deps.backups()
        return yes<AnswerOf['Backups']>({
          backups: backups.map(({ name, madeAt: at, bytes, label }) => ({ name, at, bytes, night: label === 'night' })),
        })
      }
      case 'StaffSetup':
        return yes<AnswerOf['StaffSetup']>(staffSetup(context(), id => records.staff.get(id)?.rev ?? 0))
    }
  }

  async function searchMembers(text: string): Promise<AnswerOf['SearchMembers']> {
    const found = await directory.searchMembers(text, membersFound)
    const { state } = context()
    return { hits: found.map(each => ({ ...each, present: state.present.has(each.id) })) }
  }

  async function memberCardFor(by: Principal, id: Id): Promise<QueryAnswer<unknown>> {
    if (by.kind !== 'staff') return no(refuse('not-allowed', 'sign-in'))
    if (!seesEveryone(by) && !context().state.present.has(id)) return no(refuse('not-allowed', 'ask-manager'))
    const facts = await records.loadFacts(id)
    const row = records.members.get(id)
    if (!facts || !row) return no(refuse('unknown', 'look-again', { about: id }))
    return yes(memberCard(context(), facts, row.rev, by.role))
  }

  /** With the name that this person may know anyway. */
  async function printKeep(by: Principal, id: Id): Promise<QueryAnswer<unknown>> {
    const { state } = context()
    const keep = state.keeps.get(id)
    if (!keep) return no(refuse('unknown', 'look-again', { about: id }))
    const named = keep.member !== undefined && (seesEveryone(by) || state.present.has(keep.member))
    const owner = named ? await records.loadFacts(keep.member) : undefined
    return yes<AnswerOf['PrintKeep']>({ state: (await deps.printKeep(keep, owner?.member.called)) ?? 'none' })
  }

  async function phoneOf(by: Principal, id: Id): Promise<QueryAnswer<unknown>> {
    const facts = await records.loadFacts(id)
    if (!facts?.member.phone || by.kind !== 'staff') return no(refuse('unknown', 'look-again', { about: id }))
    // What cannot be remembered is not shown.
    if (!(await deps.phoneShown(by, id))) return no(refuse('unavailable', 'try-again'))
    return yes<AnswerOf['MemberPhone']>({ phone: facts.member.phone })
  }

  async function fileOf(by: Principal, id: Id): Promise<QueryAnswer<unknown>> {
    const held = await heldAbout(records, context(), id)
    if (!held || by.kind !== 'staff') return no(refuse('unknown', 'look-again', { about: id }))
    if (!(await deps.fileTaken(by, id))) return no(refuse('unavailable', 'try-again'))
    return yes<AnswerOf['MemberFile']>({ held })
  }

  async function codeOf(by: Principal, id: Id): Promise<QueryAnswer<unknown>> {
    const facts = await records.loadFacts(id)
    if (!facts?.member.code || by.kind !== 'staff') return no(refuse('unknown', 'look-again', { about: id }))
    deps.log('code-shown', by.staff, id)
    return yes<AnswerOf['MemberCode']>({ code: facts.member.code })
  }

  function readCard(by: Principal, { device, after }: QueryOf<'ReadCard'>): QueryAnswer<unknown> {
    const row = records.devices.get(device)?.value
    const at = row && !row.revoked ? placeOf(principalOf(row)) : undefined
    if (!at || by.kind !== 'staff') return no(refuse('unknown', 'look-again', { about: device }))
    const read = deps.cardReads.wait(by.session, at, after)
    if (read === 'taken') return no(refuse('already-taken', 'wait'))
    // The last four only: the number itself stays in the hub.
    return yes<AnswerOf['ReadCard']>(read ? { read: read.id, tail: read.text.slice(-4) } : {})
  }
}

/** Floor and bar see members who are in the house; the desk checks anybody in; managers look after all. */
const seesEveryone = (by: Principal): boolean => by.kind === 'staff' && (by.role === 'desk' || leads(by.role))

const yes = <T>(value: T): QueryAnswer<T> => ({ ok: true, value })
const no = (refusal: Refusal): QueryAnswer<never> => ({ ok: false, refusal })
