/** Instead of what was asked for, until it is there, or that it did not come. */
import { useSpeech } from '../state/house.ts'
import './fetching.css'

export function Fetching({ failed = false }: { failed?: boolean }) {
  const { t } = useSpeech()
  return failed ? (
    <p class="not-fetched quiet" role="alert">
      {t('notFetched')}
    </p>
  ) : (
    <p class="fetching quiet" role="status">
      {t('fetching')}
    </p>
  )
}
