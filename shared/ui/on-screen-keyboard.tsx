/** The permanent keyboard under a search: digits and Latin letters (initials, pinyin, English), never the system's. */
import './keys.css'

export interface OnScreenKeyboardProps {
  words: { backspace: string; space: string; clear: string }
  /** One character, lower case. */
  onKey: (character: string) => void
  onBackspace: () => void
  onClear: () => void
  label?: string | undefined
  /** Letters in capitals, as initials are searched. */
  capitals?: boolean | undefined
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map(row => Array.from(row))

export function OnScreenKeyboard({
  words,
  onKey,
  onBackspace,
  onClear,
  label,
  capitals = true,
}: OnScreenKeyboardProps) {
  return (
    <fieldset class="keyboard" aria-label={label}>
      {rows.map((row, index) => (
        <div class="keyboard-row" key={row[0]}>
          {index === 3 && (
            <button type="button" class="key" data-word="" onPointerDown={keepFocus} onClick={onClear}>
              {words.clear}
            </button>
          )}
          {row.map(character => (
            <button
              key={character}
              type="button"
              class="key"
              onPointerDown={keepFocus}
              onClick={() => onKey(character)}
            >
              {capitals ? character.toUpperCase() : character}
            </button>
          ))}
          {index === 2 && (
            <button type="button" class="key" data-word="" onPointerDown={keepFocus} onClick={onBackspace}>
              {words.backspace}
            </button>
          )}
          {index === 3 && (
            <button type="button" class="key" data-word="" onPointerDown={keepFocus} onClick={() => onKey(' ')}>
              {words.space}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  )
}

/** A key never takes the focus from the field it types into. */
function keepFocus(event: Event): void {
  event.preventDefault()
}
