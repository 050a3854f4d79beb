/** One tap out of a few, under what is asked. */
import { Choices, type ChoicesProps } from './parts.tsx'

export function ChoiceField<Id extends string>(props: ChoicesProps<Id>) {
  return (
    <div class="field">
      <span class="label">{props.label}</span>
      <Choices {...props} />
    </div>
  )
}
