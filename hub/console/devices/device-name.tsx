/** What a device is called; for who may, a key under which it is called something else. */
import { useState } from 'preact/hooks'
import IconPencil from '~icons/lucide/pencil'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { deviceName } from '../parts/names.ts'
import { SendKeys } from '../parts/send-keys.tsx'
import { TextField } from '../parts/text-field.tsx'
import { may, useSpeech } from '../state/house.ts'

export function DeviceName({ device }: { device: DeviceView }) {
  const { t, house } = useSpeech()
  const [renaming, setRenaming] = useState(false)
  const name = deviceName(house, device)
  if (device.own || !may(house, 'RenameDevice')) return <span class="device-name">{name}</span>
  return (
    <>
      <Button
        class="device-name"
        size="min"
        variant="quiet"
        word={name}
        label={t('renameDevice', { device: name })}
        onPress={() => setRenaming(true)}
      >
        <IconPencil class="icon" aria-hidden="true" />
      </Button>
      {renaming && <Rename device={device} onClose={() => setRenaming(false)} />}
    </>
  )
}

function Rename({ device: { id, name: from }, onClose }: { device: DeviceView; onClose: () => void }) {
  const { t } = useSpeech()
  // As it was when it was opened: what a colleague calls it meanwhile is not written over unseen.
  const [before] = useState(from)
  const [typed, setTyped] = useState(from)
  const name = typed.trim()
  return (
    <Dialog
      title={t('renameDevice', { device: before })}
      onClose={onClose}
      actions={
        <SendKeys
          word={t('save')}
          command={
            name === '' || name === before ? undefined : { type: 'RenameDevice', device: id, from: before, name }
          }
          said={({ t }) => t('renamedDevice', { device: name })}
          onClose={onClose}
        />
      }
    >
      <TextField label={t('pairName')} maxLength={40} value={typed} onValue={setTyped} />
    </Dialog>
  )
}
