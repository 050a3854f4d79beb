/** The manager: parties that leave pay and go, some stay longer, now and then one changes its room. */
import { businessDayOf } from '../../../hub/domain/business-day.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { VisitView } from '../../../shared/protocol/views/console.ts'
import { isFree } from '../choose.ts'
import { createCrew } from '../crew.ts'
import type { Party } from '../parties.ts'
import { isWallRoom, type Play, type Role, wallPatienceMs } from '../play.ts'

export function createManager(play: Play): Role {
  const { agenda, chance, cast, parties, tally, speed } = play
  const crew = createCrew(play, cast.manager, look)
  const { link } = crew

  function look(): void {
    if (!crew.onDuty) return
    const visits = link.all('visit')
    parties.keepOnly(new Set(visits.map(({ id }) => id)))
    for (const visit of visits) {
      if (isLeftOver(visit)) clearOut(visit)
      else if (isWallRoom(play, visit.room)) closeForgotten(visit)
      else attend(visit, parties.of(visit.id, visit.openedAt, link.now()))
    }
    if (visits.length > 1) agenda.plan('move', agenda.soon(600, 1500), move)
  }

  /** The day after: nobody is there any more, whoever they were. */
  function clearOut(visit: VisitView): void {
    if (visit.status === 'settled') agenda.plan(`close/${visit.id}`, 300, () => close(visit.id, true))
    else agenda.plan(`settle/${visit.id}`, 300, () => settle(visit.id, true))
  }

  /** A newcomer settles and closes by hand; who forgot the second is helped. */
  function closeForgotten(visit: VisitView): void {
    if (visit.status === 'settled')
      agenda.plan(`close/${visit.id}`, wallPatienceMs.settled, () => close(visit.id, true))
  }

  function attend(visit: VisitView, party: Party): void {
    const { id, status, terms } = visit
    const left = party.leavesAt - link.now()
    if (status === 'settled') agenda.plan(`close/${id}`, agenda.soon(60, 240), () => close(id, party.closeTries > 3))
    else if (left <= 0) agenda.plan(`settle/${id}`, agenda.soon(2, 10), () => settle(id, party.settleTries > 3))
    else if (terms.over && !party.extended && left > (10 * 60_000) / speed)
      agenda.plan(`extend/${id}`, agenda.soon(20, 90), () => extend(id, party))
  }

  /** What nobody accepted yet is waited for; what nobody keyed into the cashier is waited for a while. */
  async function settle(id: Id, sure: boolean): Promise<void> {
    const visit = link.get('visit', id)
    if (!visit) return
    const waiting = link
      .all('order')
      .some(order => order.visit === id && (order.status === 'placed' || order.status === 'awaiting-approval'))
    if (waiting) return
    const answer = await crew.send({ type: 'SettleVisit', visit: id }, is(id, 'open'), sure)
    if (answer && !answer.ok && answer.refusal.refused === 'unticked')
      parties.of(id, visit.openedAt, link.now()).settleTries += 1
  }

  const is = (id: Id, status: VisitView['status']) => () => link.get('visit', id)?.status === status

  async function close(id: Id, sure: boolean): Promise<void> {
    const visit = link.get('visit', id)
    const answer = await crew.send({ type: 'CloseVisit', visit: id }, is(id, 'settled'), sure)
    if (answer?.ok) tally.count('closed')
    else if (visit) parties.of(id, visit.openedAt, link.now()).closeTries += 1
  }

  async function extend(id: Id, party: Party): Promise<void> {
    party.extended = true
    const minutes = chance.pick([30, 60])
    await crew.send({ type: 'ExtendVisit', visit: id, minutes }, () => link.get('visit', id)?.terms.over === true)
  }

  async function move(): Promise<void> {
    const visits = link.all('visit').filter(({ room, status }) => status === 'open' && !isWallRoom(play, room))
    if (visits.length === 0) return
    const visit = chance.pick(visits)
    const from = link.get('room', visit.room)
    const free = link.all('room').filter(room => isFree(room) && cast.panels.has(room.id))
    const better = free.filter(({ roomClass }) => roomClass === from?.roomClass)
    if (better.length > 0)
      await crew.send({ type: 'MoveVisit', visit: visit.id, room: chance.pick(better).id }, is(visit.id, 'open'))
  }

  /** From a business day before this one, and not of a party that was there when the day changed. */
  function isLeftOver({ openedAt }: VisitView): boolean {
    const timeZone = link.one('venue')?.timeZone
    const now = link.now()
    if (timeZone === undefined || now - openedAt < longestStayMs) return false
    const clock = { timeZone, cutover: usualCutover }
    return businessDayOf(openedAt, clock) < businessDayOf(now, clock)
  }

  return { look, close: link.close }
}

const longestStayMs = 3 * 60 * 60_000
/** 06:00, in minutes; where the venue has another, what is left over is found a little later or earlier. */
const usualCutover = 6 * 60
