/**
 * A phone without a ticket that counts: the letters on the lobby's screen, typed; or the QR again. The code that this phone
 * keeps is there all the same.
 */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { useLoaded } from '../../../shared/ui/use-loaded.ts'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './letters.css'

const howMany = 6
const loadCard = () => import('../card/member-card.tsx')

export function Letters() {
  const { scanned, memory, busy, refused, typeCode } = usePhone()
  const { t } = useSpeech()
  const [letters, setLetters] = useState('')
  const saved = memory.saved.value
  const card = useLoaded(loadCard)
  const complete = letters.length === howMany
  return (
    <>
      <form
        class="letters"
        onSubmit={event => {
          event.preventDefault()
          if (complete) typeCode(letters)
        }}
      >
        {scanned ? (
          <div class="letters-why" role="status">
            <h2 class="letters-title">{t('scanAgain')}</h2>
            <p class="quiet">{t('scanAgainWhy')}</p>
          </div>
        ) : (
          <h2 class="letters-title">{t('typeLetters')}</h2>
        )}
        <label class="letters-part">
          <span class="letters-label">{t(scanned ? 'orTypeLetters' : 'lettersWhere')}</span>
          <input
            class="letters-field"
            type="text"
            inputMode="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={howMany * 2}
            aria-describedby="letters-no"
            value={letters}
            onInput={event => {
              setLetters(lettersOf(event.currentTarget.value))
              // What was taken out of what somebody typed must leave the field too.
              event.currentTarget.value = lettersOf(event.currentTarget.value)
            }}
          />
        </label>
        <p id="letters-no" class="letters-no" role="status">
          {refused.value !== undefined && t(wrong.has(refused.value) ? 'lettersWrong' : `refused.${refused.value}`)}
        </p>
        <Button
          variant="primary"
          type="submit"
          word={busy.value ? t('connecting') : t('enter')}
          busy={busy.value}
          disabled={!complete}
        />
        <p class="quiet letters-else">{t('scanAgainElse')}</p>
      </form>
      {saved && card && <card.MemberCard code={saved.code} called={saved.called} />}
    </>
  )
}

/** Small letters, spaces and dashes are as good. */
const lettersOf = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, howMany)

const wrong: ReadonlySet<string> = new Set(['bad-code', 'code-expired', 'ticket-used'])
