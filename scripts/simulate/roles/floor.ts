/** The floor: somebody takes each call, goes there, does something about it; and rooms are made ready for the next. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RequestView, StaffView } from '../../../shared/protocol/views/console.ts'
import { chooseOutcome } from '../choose.ts'
import { createCrew } from '../crew.ts'
import { isWallRoom, type Play, type Role, wallPatienceMs } from '../play.ts'

export function createFloor(play: Play): Role {
  const { agenda, chance, cast, tally } = play
  const crew = createCrew(play, cast.floor, look)
  const { link } = crew
  /** Request → who of the simulated floor took it: what a newcomer took is theirs. */
  const taken = new Map<Id, Id>()

  function look(): void {
    if (!crew.onDuty) return
    const requests = link.all('request')
    for (const request of requests) if (request.room !== undefined) answer(request)
    const there = new Set(requests.map(({ id }) => id))
    for (const id of taken.keys()) if (!there.has(id)) taken.delete(id)
    for (const { id, condition } of link.all('room'))
      if (condition === 'to-clean')
        agenda.plan(`clean/${id}`, isWallRoom(play, id) ? wallPatienceMs.clean : agenda.soon(60, 180), () => clean(id))
  }

  function answer({ id, room, status, onTheWay }: RequestView): void {
    const wall = isWallRoom(play, room)
    if (status === 'open') agenda.plan(`take/${id}`, wall ? wallPatienceMs.request : agenda.soon(8, 20), () => take(id))
    if (status !== 'acknowledged' || (wall && !taken.has(id))) return
    if (onTheWay) agenda.plan(`resolve/${id}`, wall ? 15_000 : agenda.soon(15, 80), () => resolve(id))
    else agenda.plan(`go/${id}`, wall ? 5000 : agenda.soon(3, 10), () => go(id))
  }

  const isOpen = (id: Id) => () => link.get('request', id)?.status === 'open'
  const isTaken = (id: Id) => () => link.get('request', id)?.status === 'acknowledged'

  async function take(id: Id): Promise<void> {
    const request = link.get('request', id)
    const who = request && whoGoes(request)
    if (who === undefined) return
    const answer = await crew.send({ type: 'TakeRequest', request: id, as: who }, isOpen(id))
    if (answer?.ok) taken.set(id, who)
  }

  async function go(id: Id): Promise<void> {
    const as = link.get('request', id)?.takenBy
    if (as !== undefined) await crew.send({ type: 'GoToRequest', request: id, as }, isTaken(id))
  }

  async function resolve(id: Id): Promise<void> {
    const request = link.get('request', id)
    if (!request) return
    const as = taken.get(id) ?? whoGoes(request)
    if (as === undefined) return
    const outcome = chooseOutcome(chance, request.what)
    const answer = await crew.send({ type: 'ResolveRequest', request: id, outcome, as }, isTaken(id))
    if (answer?.ok) tally.count('resolved')
  }

  const clean = (room: Id) =>
    crew.send({ type: 'CleanRoom', room }, () => link.get('room', room)?.condition === 'to-clean')

  /** Who looks after that floor, first of all those who look after no other. */
  function whoGoes({ room, notTo, takenBy }: RequestView): Id | undefined {
    if (takenBy !== undefined) return takenBy
    const level = room === undefined ? undefined : link.get('room', room)?.floor
    const may = link.all('staff').filter(({ id }) => id !== notTo)
    const floor = may.filter(({ role }) => role === 'floor')
    const near = floor.filter(({ zone }) => level !== undefined && (zone.length === 0 || zone.includes(level)))
    const [best] = near.toSorted((a, b) => reach(a) - reach(b))
    return (best ?? floor[0] ?? may[0])?.id
  }

  return { look, close: link.close }
}

const reach = ({ zone }: StaffView): number => (zone.length === 0 ? Number.POSITIVE_INFINITY : zone.length)
