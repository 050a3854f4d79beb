/** The bar of a house that is measured: takes every order as soon as it can no longer be undone, and brings it out. */
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { demoStaff } from '../../demo/staff.ts'
import { connectDevice } from '../../lib/device-client.ts'
import { consoles, type House } from '../venue.ts'

/** The hub takes ten frames a second from one screen. */
const everyMs = 150

export async function openBar({ tokens }: House, origin: string): Promise<{ close(): void }> {
  const as = demoStaff.find(({ role }) => role === 'bar')?.id
  if (as === undefined) throw new Error('nobody works at the bar')
  const client = await connectDevice({ origin, device: consoles.bar, token: tokens[consoles.bar] ?? '' })
  const serveOne = async () => {
    // The hub's view of a bar: both ends are built together.
    const orders = [...client.slices('order/').values()] as OrderView[]
    const next = orders.find(
      ({ status, lockedUntil }) => status === 'accepted' || (status === 'placed' && lockedUntil < Date.now()),
    )
    if (next)
      await client.command({ type: next.status === 'placed' ? 'AcceptOrder' : 'DeliverOrder', order: next.id, as })
  }
  const clock = setInterval(() => void serveOne().catch(error => console.warn('bar', error)), everyMs)
  return {
    close() {
      clearInterval(clock)
      client.close()
    },
  }
}
