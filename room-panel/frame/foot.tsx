/** What just happened, over the foot of every screen: the order that can still be undone, and the last notice. */
import { Toast } from '../../shared/ui/toast.tsx'
import { FreshOrder } from '../drinks/fresh-order.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './foot.css'

export function Foot() {
  const { notices } = usePanel()
  const { t } = useSpeech()
  const notice = notices.current.value
  return (
    <div class="foot" aria-live="polite">
      <FreshOrder />
      {notice && (
        <Toast
          key={notice.id}
          text={notice.text}
          lastsMs={notice.lastsMs}
          undo={notice.undo && { word: t('undo'), onUndo: () => notices.undo(notice.id) }}
          onDone={() => notices.over(notice.id)}
        />
      )}
    </div>
  )
}
