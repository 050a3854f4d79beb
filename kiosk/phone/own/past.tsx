/** Past evenings as the member may read them: when, what was drunk, what was sung. Never what it cost. */
import type { PhoneCardView } from '../../../shared/protocol/views/phone.ts'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './past.css'

export function Past({ past }: { past: NonNullable<PhoneCardView['past']> }) {
  const { link } = usePhone()
  const { t, own, date, list } = useSpeech()
  const venue = link.view.one('venue')
  if (past.length === 0) return <p class="quiet">{t('noPast')}</p>
  return (
    <ol class="past">
      {past.map(({ at, drunk, sung }) => (
        <li key={at} class="past-evening">
          <h3 class="past-day">{date(at, venue?.timeZone)}</h3>
          {drunk.length > 0 && <p>{list(drunk.map(own))}</p>}
          {sung.length > 0 && <p class="quiet">{list(sung.map(({ title, artist }) => `${title} ${artist}`))}</p>}
        </li>
      ))}
    </ol>
  )
}
