/**
 * The one button. It shows the press at once (CSS :active), always has a word, and can carry a wipe that runs behind
 * the word while something can still be undone. Mashing is the caller's to ignore: set `busy` while a command travels.
 *
 *   <Button variant="primary" icon={IconGlass} word={t('anotherRound')} onPress={order} />
 */
import type { ComponentChildren } from 'preact'
import './button.css'
import type { Icon } from './icon-word.tsx'
import { Wipe } from './wipe.tsx'

export type ButtonVariant = 'primary' | 'standard' | 'quiet' | 'danger'
/** Touch target: manager 30 mm, primary 24, standard 20, min 15 (console and phone: 64, 52, 44, 44 px). */
export type ButtonSize = 'manager' | 'primary' | 'standard' | 'min'

/** Follows the variant unless given: primary buttons are 24 mm, others 20. What matters most is never the smallest. */
type Weight =
  | { variant: 'primary'; size?: Exclude<ButtonSize, 'min'> | undefined }
  | { variant?: Exclude<ButtonVariant, 'primary'> | undefined; size?: ButtonSize | undefined }

/** A form's button does nothing itself: the form's own submission does it, for a keyboard's 完成 too. */
type Press = { onPress: () => void; type?: undefined } | { onPress?: undefined; type: 'submit' }

export type ButtonProps = Weight &
  Press & {
    word: string
    icon?: Icon | undefined
    /** Icon above the word. */
    stacked?: boolean | undefined
    disabled?: boolean | undefined
    /** Looks alive but ignores presses: its command is on the way. */
    busy?: boolean | undefined
    /** For toggles and choices: drawn in gold when true. */
    pressed?: boolean | undefined
    /** Gold running behind the word, e.g. 3 s in which 切歌 can be cancelled. */
    wipe?: { durationMs: number; from?: number | undefined; onDone?: (() => void) | undefined } | undefined
    /** What a screen reader says when the word alone is not enough. */
    label?: string | undefined
    class?: string | undefined
    /** Language of the word when it is not the page's. */
    lang?: string | undefined
    /** A second line or a figure after the word. */
    children?: ComponentChildren
  }

export function Button(props: ButtonProps) {
  const { variant = 'standard', icon: Drawing, wipe } = props
  return (
    <button
      type={props.type ?? 'button'}
      class={props.class ? `button ${props.class}` : 'button'}
      data-variant={variant}
      data-size={props.size ?? (variant === 'primary' ? 'primary' : 'standard')}
      data-stacked={props.stacked ? '' : undefined}
      disabled={props.disabled}
      aria-busy={props.busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-label={props.label}
      lang={props.lang}
      onClick={() => {
        if (!props.busy) props.onPress?.()
      }}
    >
      {wipe && <Wipe kind="fill" durationMs={wipe.durationMs} from={wipe.from} onDone={wipe.onDone} />}
      {Drawing && (
        <span class="button-icon">
          <Drawing class="icon" aria-hidden="true" />
        </span>
      )}
      <span>{props.word}</span>
      {props.children}
    </button>
  )
}
