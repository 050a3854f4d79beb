/**
 * What is on file is read here by nobody, or not by everybody: what is typed takes its place, an empty field leaves it,
 * and it goes only by a word of its own.
 */
import { Button } from '../../../shared/ui/button.tsx'
import { typedPhone } from '../parts/phone.ts'
import { TextField } from '../parts/text-field.tsx'
import { useSpeech } from '../state/house.ts'

export interface OnFileFieldProps {
  label: string
  /** As much of it as this person may see; undefined where there is none. */
  onFile: string | undefined
  /** How it is written, where there is none yet. */
  hint?: string
  wrong: string | undefined
  inputMode?: 'tel'
  maxLength: number
  remove: string
  /** Undefined: as it was. Empty: gone. */
  value: string | undefined
  onValue: (value: string | undefined) => void
}

export function OnFileField({ onFile, hint, remove, value, onValue, ...rest }: OnFileFieldProps) {
  const { t } = useSpeech()
  const gone = value === ''
  return (
    <div class="on-file">
      <TextField
        {...rest}
        hint={gone ? t('goneWhenSaved') : onFile === undefined ? hint : t('onFileNow', { what: onFile })}
        value={value ?? ''}
        onValue={text => {
          const typed = rest.inputMode === 'tel' ? typedPhone(text) : text.trim()
          onValue(typed === '' ? undefined : typed)
        }}
      />
      {onFile !== undefined && (
        <Button
          size="min"
          variant="quiet"
          word={remove}
          pressed={gone}
          onPress={() => onValue(gone ? undefined : '')}
        />
      )}
    </div>
  )
}
