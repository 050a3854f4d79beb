/** The code of this half minute, for the scanner at the lobby's screen: gold runs out until the next one. */
import { useEffect, useState } from 'preact/hooks'
import { codeStepMs } from '../../../shared/protocol/rotating-code.ts'
import { Qr } from '../../../shared/ui/qr.tsx'
import { Wipe } from '../../../shared/ui/wipe.tsx'
import { useSpeech } from '../state/phone-context.ts'
import type { Rotating } from '../state/phone-memory.ts'
import { signCode } from './sign-code.ts'
import './live-code.css'

interface Shown {
  readonly code: string
  /** Share of its half minute that was over when it was made. */
  readonly gone: number
}

export function LiveCode({ rotating }: { rotating: Rotating }) {
  const { t } = useSpeech()
  const shown = useRotation(rotating)
  return (
    <div class="live-code">
      <div class="live-code-qr">{shown && <Qr text={shown.code} label={t('yourCode')} />}</div>
      {shown && <Wipe key={shown.code} kind="bar" direction="drain" durationMs={codeStepMs} from={shown.gone} />}
      <p class="member-card-hint">{t('liveCodeHint')}</p>
    </div>
  )
}

function useRotation({ member, key, skewMs }: Rotating): Shown | undefined {
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = async () => {
      clearTimeout(timer)
      const now = Date.now() + skewMs
      const code = await signCode(member, key, now)
      if (stopped) return
      const over = now % codeStepMs
      setShown({ code, gone: over / codeStepMs })
      timer = setTimeout(show, codeStepMs - over)
    }
    // A phone that slept in a pocket shows no old code when it wakes.
    const onWake = () => {
      if (document.visibilityState === 'visible') void show()
    }
    void show()
    document.addEventListener('visibilitychange', onWake)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onWake)
    }
  }, [member, key, skewMs])
  return shown
}
