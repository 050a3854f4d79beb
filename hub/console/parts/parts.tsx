/** The small pieces of the console: taboos, a pending mark, choice chips, a labelled field. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import IconClock from '~icons/lucide/clock-arrow-up'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { useSpeech } from '../state/house.ts'
import { tagWord } from './tags.ts'
import './inked.css'

/** What never to offer, before anything else is read. Nothing when there is nothing to mind. */
export function Taboos({ words }: { words: readonly string[] }) {
  const { t, house } = useSpeech()
  if (words.length === 0) return null
  return (
    <p class="taboos">
      <Severity level="critical" word={t('taboos')} />
      {words.map(word => (
        <span class="taboo-word" key={word}>
          {tagWord(house, word)}
        </span>
      ))}
    </p>
  )
}

/** 黑名单; why is in the notes. */
export function Banned() {
  const { t } = useSpeech()
  return <Severity level="critical" word={t('banned')} />
}

/** On the thing itself: tapped here, not yet answered by the hub. */
export function PendingMark() {
  const { t } = useSpeech()
  return (
    <span class="pending-mark" role="status">
      <IconClock class="icon" aria-hidden="true" />
      <span>{t('waitingToSend')}</span>
    </span>
  )
}

export interface Choice<Id extends string> {
  readonly id: Id
  readonly word: string
  readonly disabled?: boolean
  /** After the word, quieter: a price, a number of seats. */
  readonly more?: string
}

export interface ChoicesProps<Id extends string> {
  label: string
  choices: readonly Choice<Id>[]
  current?: Id | undefined
  /** Its command is on the way. */
  sending?: Id | undefined
  onChoose: (id: Id) => void
}

/** One tap out of a few; the chosen one is gold. */
export function Choices<Id extends string>({ label, choices, current, sending, onChoose }: ChoicesProps<Id>) {
  return (
    <fieldset class="chips" aria-label={label}>
      {choices.map(({ id, word, more, disabled }) => (
        <Button
          key={id}
          size="min"
          word={word}
          pressed={id === current}
          disabled={disabled}
          busy={id === sending}
          onPress={() => onChoose(id)}
        >
          {more !== undefined && <span class="quiet">{more}</span>}
        </Button>
      ))}
    </fieldset>
  )
}

export interface FieldProps {
  label: string
  hint?: string | undefined
  /** What is wrong with what stands there: in the place of the hint. */
  wrong?: string | undefined
  /** Draws the input, which must carry this id. */
  children: (id: string) => ComponentChildren
}

/** A field under its label. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {children(id)}
      {wrong === undefined ? (
        hint !== undefined && <span class="label">{hint}</span>
      ) : (
        <span class="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}

/** Why something was not done, and the key that helps; nothing where it was. */
export function Wrong({ words, children }: { words: string | undefined; children?: ComponentChildren }) {
  if (words === undefined) return null
  return (
    <p class="wrong" role="alert">
      {words}
      {children !== undefined && ' '}
      {children}
    </p>
  )
}
