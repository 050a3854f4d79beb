/** What the hub said no to, and what must be asked once: 还要吗, a big round, a new price. */
import { useEffect } from 'preact/hooks'
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { BigRound } from './big-round.tsx'
import { Late } from './late.tsx'
import { NewPrice } from './new-price.tsx'

/** How long a "no" stays, ms. */
const saidMs = 6000

export function Answers() {
  const { link, takenBack } = usePanel()
  const refusals = link.refusals.value
  const late = refusals.filter(({ refusal }) => refusal.refused === 'late')
  const wanted = late.filter(({ tap }) => !takenBack.value.includes(tap))
  const bigRound = refusals.find(({ refusal }) => refusal.refused === 'big-round')
  const newPrice = refusals.find(({ refusal }) => refusal.refused === 'price-changed')
  useDismissed(late.filter(one => !wanted.includes(one)))
  useSaid(refusals.filter(({ refusal }) => !asks.has(refusal.refused)))
  if (wanted.length > 0) return <Late late={wanted} />
  if (bigRound) return <BigRound key={bigRound.tap.n} refused={bigRound} />
  return newPrice ? <NewPrice key={newPrice.tap.n} refused={newPrice} /> : null
}

const asks: ReadonlySet<RefusalCode> = new Set(['late', 'big-round', 'price-changed'])
/** It is as the guest wanted it, or no longer theirs: nothing to say. */
const silent: ReadonlySet<RefusalCode> = new Set([
  'visit-closed',
  'already-done',
  'already-resolved',
  'already-sung',
  'not-in-playlist',
  'wrong-state',
])

/** Undone before the hub had it: nobody has to be asked. */
function useDismissed(gone: readonly RefusedTap[]): void {
  const { link } = usePanel()
  useEffect(() => {
    for (const one of gone) link.dismiss(one)
  })
}

/** A "no" is said once, in its own words. */
function useSaid(refusals: readonly RefusedTap[]): void {
  const { link, notices } = usePanel()
  const { t } = useSpeech()
  useEffect(() => {
    for (const one of refusals) {
      const { refused } = one.refusal
      if (!silent.has(refused)) notices.say({ text: t(`refused.${refused}`), lastsMs: saidMs })
      link.dismiss(one)
    }
  })
}
