/** Ten digits, one step back, and done. The page shows what was typed; the pad only reports keys. */
import IconDelete from '~icons/lucide/delete'
import { IconWord } from './icon-word.tsx'
import './keys.css'

export interface NumberPadProps {
  words: { backspace: string; enter: string }
  onDigit: (digit: string) => void
  onBackspace: () => void
  onEnter: () => void
  /** Nothing to confirm yet. */
  enterDisabled?: boolean | undefined
  /** Name of the group for a screen reader, e.g. the field it fills. */
  label?: string | undefined
}

export function NumberPad({ words, onDigit, onBackspace, onEnter, enterDisabled, label }: NumberPadProps) {
  return (
    <fieldset class="number-pad" aria-label={label}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit => (
        <button key={digit} type="button" class="key" onPointerDown={keepFocus} onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" class="key" data-word="" onPointerDown={keepFocus} onClick={onBackspace}>
        <IconWord icon={IconDelete} word={words.backspace} />
      </button>
      <button type="button" class="key" onPointerDown={keepFocus} onClick={() => onDigit('0')}>
        0
      </button>
      <button type="button" class="key" data-word="" data-gold="" disabled={enterDisabled} onClick={onEnter}>
        {words.enter}
      </button>
    </fieldset>
  )
}

/** A key never takes the focus from the field it types into. */
function keepFocus(event: Event): void {
  event.preventDefault()
}
