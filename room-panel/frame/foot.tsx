/** What just happened, in a line over the foot of every screen; fingers go through it. */
import { Toast } from '../../shared/ui/toast.tsx'
import { usePanel } from '../state/panel-context.ts'
import './foot.css'

export function Foot() {
  const { notices } = usePanel()
  const notice = notices.current.value
  return (
    <div class="foot" aria-live="polite">
      {notice && (
        <Toast key={notice.id} text={notice.text} lastsMs={notice.lastsMs} onDone={() => notices.over(notice.id)} />
      )}
    </div>
  )
}
