/** How much is left in a bottle: ten parts, and the word. */
import { useSpeech } from '../../state/house.ts'

const parts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export function KeepLevel({ tenths }: { tenths: number }) {
  const { t } = useSpeech()
  return (
    <span class="keep-level">
      <span class="keep-parts" aria-hidden="true">
        {parts.map(part => (
          <span key={part} data-full={part <= tenths ? '' : undefined} />
        ))}
      </span>
      <span>{t('keepLevel', { tenths })}</span>
    </span>
  )
}
