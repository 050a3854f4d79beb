/** 更多: turns a row of keys on. */
import IconMore from '~icons/lucide/chevron-right'
import { Button } from '../../shared/ui/button.tsx'
import { useSpeech } from '../state/panel-context.ts'
import './more-key.css'

export function MoreKey({ onPress }: { onPress: () => void }) {
  const { t } = useSpeech()
  return (
    <Button
      class="more-key"
      size="min"
      variant="quiet"
      stacked
      icon={IconMore}
      word={t('browseMore')}
      onPress={onPress}
    />
  )
}
