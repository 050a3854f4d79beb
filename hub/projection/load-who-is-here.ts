/** Views are made at once, so whoever one of them may name must be in memory. Who has gone need not: a full night has thousands. */
import type { CheckIn, State, Visit } from '../domain/state.ts'
import { isLive } from '../views/members.ts'

/** Of the house's records. */
interface Loaders {
  loadFacts(id: string): Promise<unknown>
  readonly texts: { load(id: string): Promise<unknown> }
}

export async function loadWhoIsHere(state: State, records: Loaders): Promise<void> {
  const members = new Set<string>()
  const texts = new Set<string>()
  const note = (ids: Iterable<string | undefined>, into: Set<string>) => {
    for (const id of ids) if (id !== undefined) into.add(id)
  }
  const asking = stillAsking(state)
  for (const visit of state.visits.values()) {
    if (!isLive(visit) && !asking.has(visit.id)) continue
    note([visit.host, visit.booker, ...visit.members], members)
    note([visit.text, ...(visit.seekers ?? []).map(({ text }) => text)], texts)
  }
  const checkIns = [...state.checkIns.values()].filter(checkIn => isAround(state, checkIn))
  for (const row of [...checkIns, ...state.reservations.values()]) {
    note([row.member], members)
    note([row.text], texts)
    if ('booker' in row) note([row.booker], members)
    if ('phone' in row) note([row.phone], texts)
    if ('note' in row) note([row.note], texts)
  }
  for (const { member } of state.kioskTrouble.values()) note([member], members)
  for (const [member] of state.leaving.entries()) note([member], members)
  await Promise.all([...[...members].map(id => records.loadFacts(id)), ...[...texts].map(id => records.texts.load(id))])
}

/** Parties of whom a call is still shown, which says whether a VIP is waiting. */
function stillAsking({ requests }: State): ReadonlySet<Visit['id']> {
  const visits = new Set<string>()
  for (const { about, status } of requests.values())
    if ('visit' in about && (status === 'open' || status === 'acknowledged' || status === 'resolved'))
      visits.add(about.visit)
  return visits
}

/** Who touched a card, was seated and has gone is shown nowhere; a phone goes on showing its owner's own. */
const isAround = ({ visits }: State, { status, how, visit, welcomed, welcomeOver }: CheckIn): boolean =>
  status !== 'seated' ||
  how !== 'card' ||
  (welcomed && !welcomeOver) ||
  visit === undefined ||
  isLive(visits.get(visit))
