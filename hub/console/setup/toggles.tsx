/** Several of a few: each is on or off by one tap. */
import { Button } from '../../../shared/ui/button.tsx'

export interface TogglesProps<Id extends string> {
  label: string
  choices: readonly { readonly id: Id; readonly word: string }[]
  on: readonly Id[]
  onChange: (on: readonly Id[]) => void
}

export function Toggles<Id extends string>({ label, choices, on, onChange }: TogglesProps<Id>) {
  return (
    <div class="field toggles">
      <span class="label">{label}</span>
      <fieldset class="chips" aria-label={label}>
        {choices.map(({ id, word }) => (
          <Button
            key={id}
            size="min"
            word={word}
            pressed={on.includes(id)}
            onPress={() => onChange(on.includes(id) ? on.filter(one => one !== id) : [...on, id])}
          />
        ))}
      </fieldset>
    </div>
  )
}
