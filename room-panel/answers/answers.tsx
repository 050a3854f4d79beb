/** What the hub said no to, and what must be asked once: 还要吗, a big round, a new price. */
import { useEffect } from 'preact/hooks'
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'
import { later } from '../parts/later.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'

/** How long a "no" stays, ms. */
const saidMs = 6000

export function Answers() {
  const { link, takenBack } = usePanel()
  const refusals = link.refusals.value
  const lateOnes = refusals.filter(({ refusal }) => refusal.refused === 'late')
  const wanted = lateOnes.filter(({ tap }) => !takenBack.value.includes(tap))
  const tooBig = refusals.find(({ refusal }) => refusal.refused === 'big-round')
  const dearer = refusals.find(({ refusal }) => refusal.refused === 'price-changed')
  useDismissed(lateOnes.filter(one => !wanted.includes(one)))
  useSaid(refusals.filter(({ refusal }) => !asks.has(refusal.refused)))
  if (wanted.length > 0) return <late.Part late={wanted} />
  if (tooBig) return <bigRound.Part key={tooBig.tap.n} refused={tooBig} />
  return dearer ? <newPrice.Part key={dearer.tap.n} refused={dearer} /> : null
}

const late = later(async () => (await import('./late.tsx')).Late)
const bigRound = later(async () => (await import('./big-round.tsx')).BigRound)
const newPrice = later(async () => (await import('./new-price.tsx')).NewPrice)

/** Rare, but asked when the hub may just have come back: fetched before they are needed. */
export async function fetchQuestions(): Promise<void> {
  await Promise.all([late, bigRound, newPrice].map(part => part.fetch()))
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
