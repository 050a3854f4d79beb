/** 还在吗？ with 30 s of gold. Any touch, key or scan answers it. */
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Wipe } from '../../../shared/ui/wipe.tsx'
import { ringMs } from '../lobby/idle.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './still-there.css'

export function StillThere() {
  const { idle } = useKiosk()
  const { t } = useSpeech()
  return (
    <div data-near="">
      <Dialog
        title={t('stillThere')}
        onClose={idle.poke}
        actions={<Button variant="primary" word={t('stillHere')} onPress={idle.poke} />}
      >
        <div class="still-there">
          <Wipe kind="ring" direction="drain" durationMs={ringMs} />
        </div>
      </Dialog>
    </div>
  )
}
