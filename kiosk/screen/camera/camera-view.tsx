/** What the camera sees, mirrored, so that a hand finds its way: hold the code here. */
import { useEffect, useRef } from 'preact/hooks'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './camera-view.css'

export function CameraView() {
  const { camera } = useKiosk()
  const { t } = useSpeech()
  const video = useRef<HTMLVideoElement>(null)
  const stream = camera.stream.value
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null
  }, [stream])
  if (!stream) return null
  return (
    <div class="camera">
      <video class="camera-picture" ref={video} muted autoplay playsInline tabIndex={-1} />
      <p class="camera-words">{t('showCode')}</p>
    </div>
  )
}
