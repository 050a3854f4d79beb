/** 唱名, sung by itself every half minute: the gesture, so that who waits has seen it before it is theirs. */
import { useSpeech } from '../lobby/kiosk-context.ts'
import './wordmark.css'

export function Wordmark() {
  const { t } = useSpeech()
  const characters = Array.from(t('wordmark'))
  return (
    <p class="wordmark" lang="zh-Hans" style={{ '--characters': String(characters.length) }}>
      <span class="visually-hidden">{t('wordmark')}</span>
      <span class="wordmark-line" aria-hidden="true">
        {characters.map((character, index) => (
          <span class="wordmark-character" key={character} style={{ '--index': String(index) }}>
            <span class="wordmark-outline">{character}</span>
            <span class="wordmark-gold">{character}</span>
          </span>
        ))}
      </span>
    </p>
  )
}
