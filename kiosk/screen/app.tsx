/** The whole lobby screen: what is seen from the door above, what a hand reaches below, and the welcome over both. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { fontsReady } from '../../shared/ui/fonts.ts'
import { useLoaded } from '../../shared/ui/use-loaded.ts'
import { Head } from './attract/head.tsx'
import { HotSongs } from './attract/hot-songs.tsx'
import { Invitation } from './attract/invitation.tsx'
import { Lines } from './attract/lines.tsx'
import { Wordmark } from './attract/wordmark.tsx'
import { Bar } from './bar/bar.tsx'
import { isSame } from './ceremony/plan.ts'
import { createSinger } from './ceremony/singer.ts'
import { Hand } from './hand/hand.tsx'
import { useKiosk } from './lobby/kiosk-context.ts'
import './app.css'

export function App() {
  const { link } = useKiosk()
  const { at } = link.state.value
  if (at === 'pairing' || at === 'replaced') return <NotReady />
  return <Screen />
}

function NotReady() {
  const loaded = useLoaded(loadUnready)
  return loaded ? <loaded.Unready /> : null
}

function Asking() {
  const loaded = useLoaded(loadStillThere)
  return loaded ? <loaded.StillThere /> : null
}

const loadUnready = () => import('./setup/unready.tsx')
const loadStillThere = () => import('./still-there/still-there.tsx')
/** At once after the first paint: a welcome has 1.5 s. */
const loadCeremony = async () => ({
  ...(await import('./ceremony/ceremony.tsx')),
  ...(await import('./ceremony/ribbon.tsx')),
})

/** Ms into a welcome at which the question may rise: the seal has landed. */
const sealedMs = 3600

function Screen() {
  const { link, lobby, idle } = useKiosk()
  const singer = useMemo(() => createSinger(link), [link])
  useEffect(() => singer.stop, [singer])
  useEffect(() => {
    // How most are called: the first welcome of the night should not wait for a font.
    void fontsReady('总先生女士小姐哥欢迎光临贵宾', 'serif')
  }, [])
  const stage = useLoaded(loadCeremony)
  const { act, ribbon } = singer.playing.value
  const sealed = useSealed(act?.startsAt, link.hubNow)
  useEffect(() => {
    const html = document.documentElement
    html.toggleAttribute('data-large-type', lobby.large.value)
  }, [lobby.large.value])
  const now = lobby.episode.value
  // Under another guest's name in gold the question would be theirs to answer: it waits until that is sung.
  const own = now.kind === 'check-in' ? link.view.get('welcome', now.id) : undefined
  const theirs = now.kind !== 'check-in' || act?.welcomes.some(one => own && isSame(one, own)) === true
  const speaks = now.kind !== 'home' && theirs
  return (
    <main
      class="lobby"
      data-low={lobby.low.value ? '' : undefined}
      data-singing={act ? '' : undefined}
      data-asking={act && speaks && sealed ? '' : undefined}
    >
      <div class="lobby-drift">
        {stage && ribbon.length > 0 && !act ? <stage.Ribbon welcomes={ribbon} /> : <Head />}
        <div class="lobby-stage">
          <Wordmark />
          <Lines />
        </div>
        <Invitation />
        <div class="lobby-hand" data-near="">
          <Hand />
        </div>
        <HotSongs />
        <div class="lobby-bar" data-near="">
          <Bar />
        </div>
      </div>
      {stage && act && <stage.Ceremony key={act.startsAt} act={act} />}
      {idle.asking.value && <Asking />}
    </main>
  )
}

function useSealed(startsAt: number | undefined, hubNow: () => number): boolean {
  const [sealedFor, setSealedFor] = useState<number>()
  useEffect(() => {
    if (startsAt === undefined) return undefined
    const timer = setTimeout(() => setSealedFor(startsAt), Math.max(0, startsAt + sealedMs - hubNow()))
    return () => clearTimeout(timer)
  }, [startsAt])
  return sealedFor !== undefined && sealedFor === startsAt
}
