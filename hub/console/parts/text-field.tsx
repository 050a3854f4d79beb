/** One line to type, with its label. No browser fills it in: what it remembers was typed for somebody else. */
import { Field } from './parts.tsx'

export interface TextFieldProps {
  label: string
  hint?: string | undefined
  /** What is wrong with it, in the place of the hint. */
  wrong?: string | undefined
  value: string
  onValue: (value: string) => void
  /** Something is looked for: the browser has a key to clear it. */
  search?: boolean
  /** The keyboard that a phone shows. */
  inputMode?: 'numeric' | 'tel'
  maxLength?: number
  placeholder?: string | undefined
}

export function TextField({ label, hint, wrong, onValue, search = false, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {id => {
        const input = {
          ...rest,
          id,
          class: 'text-input',
          autocomplete: 'off',
          onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
        }
        return search ? <input {...input} type="search" /> : <input {...input} />
      }}
    </Field>
  )
}
