/** The bar: accepts rounds when their undo time is over, brings them out, and keys them into the cashier. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { createCrew } from '../crew.ts'
import { isWallRoom, type Play, type Role, wallPatienceMs } from '../play.ts'

export function createBar(play: Play): Role {
  const { agenda, cast, tally } = play
  const crew = createCrew(play, cast.bar, look)
  const { link } = crew

  function look(): void {
    if (!crew.onDuty) return
    for (const order of link.all('order')) handle(order)
  }

  function handle({ id, room, status, lockedUntil, needsTick, ticked }: OrderView): void {
    const wall = isWallRoom(play, room)
    const wait = (from: number, to: number) => (wall ? wallPatienceMs.order : agenda.soon(from, to))
    if (status === 'awaiting-approval') agenda.plan(`approve/${id}`, wait(10, 20), () => approve(id))
    if (status === 'placed') {
      const unlocked = Math.max(0, lockedUntil - link.now()) + unlockGraceMs
      agenda.plan(`accept/${id}`, Math.max(unlocked, wait(5, 15)), () => accept(id))
    }
    if (status === 'accepted') agenda.plan(`deliver/${id}`, wait(20, 60), () => deliver(id))
    if (needsTick && !ticked && mayTick()) agenda.plan(`tick/${id}`, wait(5, 40), () => tick(id))
  }

  const is = (order: Id, status: OrderView['status']) => () => link.get('order', order)?.status === status

  const approve = (order: Id) => crew.send({ type: 'ApproveOrder', order, ...inName() }, is(order, 'awaiting-approval'))

  const accept = (order: Id) => crew.send({ type: 'AcceptOrder', order, ...inName() }, is(order, 'placed'))

  async function deliver(order: Id): Promise<void> {
    const answer = await crew.send({ type: 'DeliverOrder', order, ...inName() }, is(order, 'accepted'))
    if (answer?.ok) tally.count('delivered')
  }

  const tick = (order: Id) =>
    crew.send({ type: 'TickOrder', order, ticked: true }, () => {
      const now = link.get('order', order)
      return now?.needsTick === true && !now.ticked
    })

  /** Money needs a person: a station nobody is signed in on cannot tick. */
  const mayTick = (): boolean => link.one('self')?.session !== undefined

  function inName(): { as?: Id } {
    if (mayTick()) return {}
    const staff = link.all('staff').find(({ role }) => role === 'bar') ?? link.all('staff')[0]
    return staff ? { as: staff.id } : {}
  }

  return { look, close: link.close }
}

/** The hub's clock and ours differ by as much as a frame is under way. */
const unlockGraceMs = 300
