/** 舒适: larger words, keys for the left hand, keys near the bottom; each on and off with a tap, and seen at once. */
import IconLarge from '~icons/lucide/a-large-small'
import IconLow from '~icons/lucide/arrow-down-to-line'
import IconLeft from '~icons/lucide/arrow-left-to-line'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import { type ComfortChoice as Choice, comfortChoices } from '../state/comfort.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function ComfortChoice({ onClose }: { onClose: () => void }) {
  const { comfort } = usePanel()
  const { t } = useSpeech()
  return (
    <Dialog
      title={t('comfortTitle')}
      onClose={onClose}
      actions={<Button size="min" word={t('close')} onPress={onClose} />}
    >
      <div class="language-list">
        {comfortChoices.map(choice => (
          <Button
            key={choice}
            icon={icons[choice]}
            word={t(words[choice])}
            pressed={comfort[choice].value}
            onPress={() => {
              comfort[choice].value = !comfort[choice].peek()
            }}
          />
        ))}
      </div>
    </Dialog>
  )
}

const icons = { large: IconLarge, left: IconLeft, low: IconLow } as const satisfies Record<Choice, Icon>
const words = { large: 'largeType', left: 'leftHand', low: 'lowReach' } as const satisfies Record<Choice, string>
