/** The plan as signals: follows the view's welcomes and the hub's clock. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { WelcomeView } from '../../../shared/protocol/views/kiosk.ts'
import type { KioskLink } from '../lobby/kiosk-link.ts'
import { type Act, isSame, type Playing, plan, playing } from './plan.ts'

export interface Singer {
  readonly playing: ReadonlySignal<Playing>
  stop(): void
}

export function createSinger({ view, hubNow }: Pick<KioskLink, 'view' | 'hubNow'>): Singer {
  const current = signal<Playing>({ act: undefined, ribbon: [], changesAt: undefined })
  let acts: readonly Act[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const turn = () => {
    clearTimeout(timer)
    acts = plan(acts, view.all('welcome'), hubNow())
    const next = playing(acts, hubNow())
    const { act } = current.peek()
    // The same act as before, as far as anybody can see: what is sung is not begun again.
    current.value = act && next.act && sameAct(act, next.act) ? { ...next, act } : next
    if (next.changesAt !== undefined) timer = setTimeout(turn, Math.max(0, next.changesAt - hubNow()) + 1)
  }
  const stopWatching = effect(() => {
    void view.all('welcome')
    turn()
  })
  return {
    playing: current,
    stop() {
      clearTimeout(timer)
      stopWatching()
    },
  }
}

/** A name that the desk corrects while it is sung is another. */
function sameAct(one: Act, other: Act): boolean {
  const same = (welcome: WelcomeView) => other.welcomes.some(theirs => isSame(welcome, theirs))
  return one.startsAt === other.startsAt && one.welcomes.length === other.welcomes.length && one.welcomes.every(same)
}
