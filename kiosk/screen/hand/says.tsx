/** What the house says to one guest, in large letters, and how long it stays: the gold runs out. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../../shared/ui/button.tsx'
import { Wipe } from '../../../shared/ui/wipe.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { Phrases } from '../parts/phrases.tsx'
import './says.css'

export interface SaysProps {
  /** Above the words: a greeting, a booking. */
  before?: ComponentChildren
  words: string
  after?: string | undefined
  /** Ms until the words go by themselves; without it they stay. */
  lastsMs?: number | undefined
  children?: ComponentChildren
}

export function Says({ before, words, after, lastsMs, children }: SaysProps) {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  const waiting = lobby.sending.value
  return (
    <section class="says" aria-live="polite">
      {before}
      <p class="says-words">
        <Phrases text={words} />
      </p>
      {after !== undefined && <p class="says-after">{after}</p>}
      {children}
      <div class="says-foot">
        {/* Keyed by the words: others have their own time. */}
        {lastsMs !== undefined && !waiting && (
          <Wipe key={`${words}${lastsMs}`} kind="bar" direction="drain" durationMs={lastsMs} />
        )}
        <Button word={t('done')} onPress={lobby.goHome} />
      </div>
    </section>
  )
}
