/** The bottles that guests left in the house, for whoever looks for one or for those whose time is over; each within what the role may see. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf, QueryOf } from '../../shared/protocol/queries.ts'
import { keepSoonDays } from '../../shared/protocol/words.ts'
import { daysOnLabel, goodUntil, isOver } from '../domain/keep/last-day.ts'
import type { Keep } from '../domain/state.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { ViewContext } from '../views/context.ts'
import type { Directory } from '../worker/directory.ts'

type Found = AnswerOf['Keeps']

const pageSize = 50
const membersFound = 40
const dayMs = 86_400_000

export interface FindKeepsDeps {
  readonly directory: Pick<Directory, 'searchMembers'>
  readonly records: Pick<HouseRecords, 'loadFacts'>
  readonly context: () => ViewContext
}

/** `everyone`: also the names of members who are not in the house. */
export type FindKeeps = (query: QueryOf<'Keeps'>, everyone: boolean) => Promise<Found>

export function createFindKeeps({ directory, records, context }: FindKeepsDeps): FindKeeps {
  return async ({ of, text = '', visit, offset = 0 }, everyone) => {
    const wanted = text.trim()
    const named = wanted === '' || !everyone ? [] : await directory.searchMembers(wanted, membersFound)
    const at = context()
    const all = [...at.state.keeps.values()].filter(({ tenths }) => tenths > 0)
    const isExpired = (keep: Keep) => isOver(keep, at.now, at.venue)
    const isSoon = (keep: Keep) => !isExpired(keep) && isOver(keep, at.now + keepSoonDays * dayMs, at.venue)
    const finds = search(at, wanted, new Set(named.map(({ id }) => id)))
    const party = visit === undefined ? undefined : partyOf(at, visit)
    const found = all
      .filter(keep => (of === 'all' ? true : of === 'soon' ? isSoon(keep) : isExpired(keep)))
      .filter(keep => !party || keep.visit === visit || (keep.member !== undefined && party.has(keep.member)))
      .filter(finds)
      .sort((one, other) => one.expiresAt - other.expiresAt || one.label.localeCompare(other.label))
    const page = found.slice(offset, offset + pageSize)
    const called = await namesOf(page, at, everyone)
    return {
      keeps: page.map(keep => rowOf(keep, at, called)),
      more: found.length > offset + pageSize,
      counts: { all: all.length, soon: all.filter(isSoon).length, expired: all.filter(isExpired).length },
    }
  }

  async function namesOf(
    page: readonly Keep[],
    { state, member }: ViewContext,
    everyone: boolean,
  ): Promise<ReadonlyMap<Id, string>> {
    const shown = new Set(page.flatMap(keep => keep.member ?? [])).values()
    const names = await Promise.all(
      [...shown].map(async id => {
        if (!everyone && !state.present.has(id)) return []
        const facts = member(id) ?? (await records.loadFacts(id))
        return facts ? [[id, facts.member.called] as const] : []
      }),
    )
    return new Map(names.flat())
  }
}

function rowOf(keep: Keep, { venue }: ViewContext, called: ReadonlyMap<Id, string>): Found['keeps'][number] {
  const { id, label, item, tenths, shelf, storedAt, storedBy, visit, room, givenUp, member } = keep
  const name = member === undefined ? undefined : called.get(member)
  return {
    id,
    label,
    item,
    tenths,
    shelf,
    expiresAt: goodUntil(keep, venue),
    ...daysOnLabel(keep, venue),
    ...(storedAt !== undefined && { storedAt }),
    ...(storedBy !== undefined && { storedBy }),
    ...(visit !== undefined && { visit }),
    ...(room !== undefined && { room }),
    ...(givenUp && { givenUp }),
    ...(member !== undefined && { member: { id: member, ...(name !== undefined && { called: name }) } }),
  }
}

const partyOf = ({ state }: ViewContext, visit: Id): ReadonlySet<Id> => {
  const party = state.visits.get(visit)
  return new Set(party ? [...party.members, ...(party.host === undefined ? [] : [party.host])] : [])
}

/** By label, shelf, drink, the name of who is here, and whoever was found by name. */
function search(at: ViewContext, wanted: string, named: ReadonlySet<Id>): (keep: Keep) => boolean {
  if (wanted === '') return () => true
  const needle = wanted.toLowerCase()
  // Said without its letter as often as with it.
  const number = needle.replace(/[^a-z0-9]/g, '')
  const has = (text: string) => text.toLowerCase().includes(needle)
  return ({ label, shelf, item, member }) => {
    if (member !== undefined && named.has(member)) return true
    if (number !== '' && label.toLowerCase().replace('-', '').includes(number)) return true
    if (has(shelf)) return true
    const name = at.item(item)?.name
    if (name && (Object.values(name).some(has) || at.sounds(name).some(has))) return true
    return member !== undefined && at.state.present.has(member) && has(at.member(member)?.member.called ?? '')
  }
}
