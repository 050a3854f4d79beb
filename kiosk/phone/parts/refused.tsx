/** What the house says when it says no: a person or a next step, never a code. */
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './refused.css'

export function Refused() {
  const { refused } = usePhone()
  const { t } = useSpeech()
  const code = refused.value
  return (
    <p class="refused" role="status">
      {code !== undefined && t(`refused.${code}`)}
    </p>
  )
}
