/** A party is on its way up: their name in gold, or 欢迎光临, until they touch it. A tap anywhere makes the panel theirs. */
import { useEffect, useState } from 'preact/hooks'
import { gatherMs } from '../../shared/protocol/gather.ts'
import { fontsReady } from '../../shared/ui/fonts.ts'
import { WelcomeName } from '../../shared/ui/welcome-name.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './greeting.css'

export function Greeting() {
  const panel = usePanel()
  const { t } = useSpeech()
  const visit = panel.visit.value
  const name = visit?.greeting ?? t('welcomeAll')
  const [ready, setReady] = useState(false)
  const [sung, setSung] = useState(false)
  useEffect(() => {
    let here = true
    void fontsReady(name).then(() => here && setReady(true))
    return () => {
      here = false
    }
  }, [name])
  useEffect(() => {
    const timer = setTimeout(panel.greeted, gatherMs)
    return () => clearTimeout(timer)
  }, [panel])
  return (
    <main class="greeting">
      <p class="greeting-room name">{panel.link.view.one('room')?.name}</p>
      <div class="greeting-name">
        {ready && <WelcomeName name={name} seal={visit?.vip ? t('vip') : undefined} onDone={() => setSung(true)} />}
      </div>
      <p class="greeting-line" data-shown={sung ? '' : undefined}>
        {visit?.greeting === undefined ? t('enjoyTonight') : t('welcomeAll')}
      </p>
      <button type="button" class="greeting-start" onClick={panel.greeted}>
        {t('start')}
      </button>
    </main>
  )
}
