/** What is being sung: its gold runs through to the end. 切歌 waits three seconds in which it can be cancelled. */
import IconVocals from '~icons/lucide/mic'
import IconSkip from '~icons/lucide/skip-forward'
import IconKeep from '~icons/lucide/undo-2'
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './now-keys.css'

/** How long 切歌 can be cancelled. */
const skipMs = 3000
/** Taps closer than this are one: mashing 切歌 does not cancel it. */
const mashMs = 450
/** Characters that fit at full size. */
const shortTitle = 7

export function NowPlaying() {
  const panel = usePanel()
  const { t } = useSpeech()
  const {
    playing,
    queue,
    sung: [before],
  } = panel.playlist.value
  const passed = before?.missing && <p class="caption now-passed">{t('songNotHere', { title: before.title })}</p>
  if (!playing) {
    return (
      <section class="now">
        <p class="caption">{t('nowSinging')}</p>
        <div class="now-title">
          {/* The hub begins what is queued as soon as it hears of it: that waits for it, not for the guests. */}
          <h1>{t(queue[0] ? 'partAway' : 'nothingPlaying')}</h1>
          {passed}
        </div>
      </section>
    )
  }
  const { entry, title, artist, startedAt, lengthMs } = playing
  const skipped = panel.link.pending.value.some(({ command }) => command.type === 'SkipSong' && command.entry === entry)
  const gone = Math.min(1, Math.max(0, (panel.link.hubNow() - startedAt) / lengthMs))
  const skip = `skip ${entry}`
  const skipping = panel.thoughts.waiting.value.get(skip)
  const press = () => {
    if (!panel.guard.lets(skip, mashMs)) return
    if (skipping) panel.thoughts.takeBack(skip)
    else panel.thoughts.after(skipMs, skip, () => void panel.tap({ type: 'SkipSong', entry }))
  }
  return (
    <section class="now" data-slice-key={`playing/${entry}`}>
      <p class="caption">{t('nowSinging')}</p>
      <div
        class="now-title"
        data-long={Array.from(title).length > shortTitle ? '' : undefined}
        data-vocals={playing.vocals}
      >
        <h1>{title}</h1>
        {passed || <p class="quiet">{artist}</p>}
      </div>
      <div class="now-progress">
        <Wipe kind="bar" durationMs={lengthMs} from={gone} />
      </div>
      <div class="now-keys">
        <Button
          icon={skipping ? IconKeep : IconSkip}
          word={t(skipping ? 'keepSinging' : 'skipSong')}
          busy={skipped}
          pressed={skipping !== undefined}
          wipe={skipping && { durationMs: skipMs, from: skipping.gone() }}
          onPress={press}
        />
        <Vocals on={playing.vocals} />
      </div>
    </section>
  )
}

/** 原唱: the singer is heard, or the guests sing alone. Nothing where the player cannot do both. */
function Vocals({ on }: { on: boolean | undefined }) {
  const panel = usePanel()
  const { t } = useSpeech()
  if (on === undefined) return null
  const asked = panel.link.pending.value
    .flatMap(({ command }) => (command.type === 'SetVocals' ? [command.on] : []))
    .at(-1)
  const heard = asked ?? on
  const press = () => {
    if (panel.guard.lets('vocals', mashMs)) void panel.tap({ type: 'SetVocals', on: !heard })
  }
  return <Button size="min" icon={IconVocals} word={t('vocals')} pressed={heard} onPress={press} />
}
