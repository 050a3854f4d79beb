/** Beside a name: the characters of it that no screen of the house could draw, while somebody can still write it otherwise. */
import { useMissingGlyphs } from '../../../shared/ui/use-missing-glyphs.ts'
import { useSpeech } from '../state/house.ts'

export function MissingGlyphs({ text }: { text: string }) {
  const { t } = useSpeech()
  const missing = useMissingGlyphs(text)
  if (missing.length === 0) return null
  return (
    <span class="missing-glyphs" role="status">
      ◆ {t('missingGlyphs', { glyphs: missing.join(' ') })}
    </span>
  )
}
