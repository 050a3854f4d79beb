/** A kiosk's camera: whether it is to look for members' codes, how that goes, and what to do where it does not. */
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { may, useSpeech } from '../state/house.ts'

export function KioskCamera({ device: { id, online, camera } }: { device: DeviceView }) {
  const { t, house } = useSpeech()
  if (camera === undefined && !may(house, 'SetCamera')) return null
  const fine = camera === undefined || camera === 'watching' || camera === 'waiting'
  return (
    <span class="device-format device-camera" data-unset={fine ? undefined : ''}>
      {camera === undefined || !online
        ? t('camera')
        : t('cameraIs', { state: `${fine ? '' : '◆ '}${t(`camera.${camera}`)}` })}
      {may(house, 'SetCamera') && (
        <Button
          size="min"
          variant="quiet"
          word={t(camera === undefined ? 'cameraOn' : 'cameraOff')}
          onPress={() => house.tap({ type: 'SetCamera', device: id, on: camera === undefined })}
        />
      )}
    </span>
  )
}
