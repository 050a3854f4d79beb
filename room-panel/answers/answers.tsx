/** What the hub said no to, and what must be asked once: 还要吗, a big round, a new price. */
import { useEffect } from 'preact/hooks'
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { Refusal, RefusalCode } from '../../shared/protocol/refusals.ts'
import { toldApart } from '../../shared/protocol/told-apart.ts'
import type { PassedOnView } from '../../shared/protocol/views/panel.ts'
import { giveBasketBack } from '../drinks/place-order.ts'
import { later } from '../parts/later.tsx'
import type { Panel } from '../state/panel.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { seekerAnswer } from './at-door.tsx'

/** How long a "no" stays, ms. */
const saidMs = 6000

export function Answers() {
  const panel = usePanel()
  const { link } = panel
  const refusals = link.refusals.value
  const lateOnes = refusals.filter(({ refusal }) => refusal.refused === 'late')
  const tooBig = refusals.find(({ refusal }) => refusal.refused === 'big-round')
  const dearer = refusals.find(({ refusal }) => refusal.refused === 'price-changed')
  useSaid(refusals.filter(({ refusal }) => !asks.has(refusal.refused)))
  if (lateOnes.length > 0) return <late.Part late={lateOnes} />
  if (tooBig) return <bigRound.Part key={tooBig.tap.n} refused={tooBig} />
  if (dearer) return <newPrice.Part key={dearer.tap.n} refused={dearer} />
  const passed = passedOnTo(panel)
  if (passed.length > 0) return <passedOn.Part taps={passed} />
  return null
}

/** Of this party, and not answered here a moment ago. */
function passedOnTo({ visit, link }: Panel): readonly PassedOnView[] {
  const answered = link.pending.value.flatMap(({ command }) => (command.type === 'AnswerPassedOn' ? command.taps : []))
  return (visit.value?.passedOn ?? []).filter(({ tap }) => !answered.includes(tap))
}

const passedOn = later(async () => (await import('./passed-on.tsx')).PassedOn)
const late = later(async () => (await import('./late.tsx')).Late)
const bigRound = later(async () => (await import('./big-round.tsx')).BigRound)
const newPrice = later(async () => (await import('./new-price.tsx')).NewPrice)

/** Rare, but asked when the hub may just have come back: fetched before they are needed. */
export async function fetchQuestions(): Promise<void> {
  await Promise.all([late, passedOn, bigRound, newPrice, seekerAnswer].map(part => part.fetch()))
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

/** A "no" is said once, in its own words. */
function useSaid(refusals: readonly RefusedTap[]): void {
  const panel = usePanel()
  const { link, notices } = panel
  const { t, own } = useSpeech()
  const wordsFor = ({ refused, about }: Refusal): string => {
    const item = refused === 'sold-out' && about !== undefined ? link.view.get('item', about) : undefined
    return item ? t('soldOutNamed', { item: own(toldApart(item, link.view.all('item'))) }) : t(`refused.${refused}`)
  }
  useEffect(() => {
    for (const one of refusals) {
      if (!silent.has(one.refusal.refused)) notices.say({ text: wordsFor(one.refusal), lastsMs: saidMs })
      giveBasketBack(panel, one)
      link.dismiss(one)
    }
  })
}
