/** 舒适: larger words, keys for the left hand, keys near the bottom; each on and off with a tap, and seen at once. */
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { comfortChoices } from '../state/comfort.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { comfortDrawings, comfortWords } from './comfort-words.ts'

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
            icon={comfortDrawings[choice]}
            word={t(comfortWords[choice])}
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
