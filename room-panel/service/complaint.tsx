/** What went wrong, in one tap; then it is only the manager's. */
import IconBack from '~icons/lucide/arrow-left'
import type { Complaint as Category } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'

/** The same complaint within this is a mash, ms. */
const mashMs = 5000

export function Complaint({ onClose }: { onClose: () => void }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const categories = panel.link.view.one('complaints')?.categories ?? []
  const complain = (category: Category) => () => {
    void panel.tapOnce({ type: 'Complain', category }, mashMs)
    onClose()
  }
  return (
    <div class="screen complaint">
      <header class="complaint-head">
        <div>
          <h1>{t('complaintWhat')}</h1>
          <p class="quiet">{t('complaintQuiet')}</p>
        </div>
        <Button variant="quiet" icon={IconBack} word={t('back')} onPress={onClose} />
      </header>
      <div class="complaint-grid">
        {categories.map(category => (
          <Button key={category} class="complaint-key" word={t(`complaint.${category}`)} onPress={complain(category)} />
        ))}
      </div>
    </div>
  )
}
