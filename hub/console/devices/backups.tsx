/** When the house was last copied and the key that copies it now, what it was put back from, and the owner's key that does so. */
import { useState } from 'preact/hooks'
import type { BackupView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { staffName } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import { RestoreHouse } from './restore-house.tsx'

/** Whoever may not copy it, sees nothing of it. */
export function Backups() {
  const { t, house } = useSpeech()
  const [choosing, setChoosing] = useState(false)
  const backup = house.link.one('backup')
  if (!backup || !may(house, 'BackUp')) return null
  const busy = backup.beganAt !== undefined || backup.restoring !== undefined
  return (
    <section class="device-kind" aria-label={t('backup')} data-slice-key="backup">
      <h2 class="label">{t('backup')}</h2>
      <div class="backup">
        <State backup={backup} />
        <p class="quiet">{t('backupHint')}</p>
        <div class="chips">
          <Button size="standard" word={t('backUpNow')} disabled={busy} onPress={() => house.tap({ type: 'BackUp' })} />
          {may(house, 'RestoreHouse') && (
            <Button
              size="standard"
              variant="quiet"
              word={t('restoreHouse')}
              disabled={busy}
              onPress={() => setChoosing(true)}
            />
          )}
        </div>
      </div>
      {choosing && !busy && <RestoreHouse onClose={() => setChoosing(false)} />}
    </section>
  )
}

function State({ backup: { beganAt, made, failed, restoring, restored, notRestored } }: { backup: BackupView }) {
  const { t, format, house } = useSpeech()
  const when = (at: number) => `${format.day(at)} ${format.time(at)}`
  return (
    <>
      <p class="device-name" role="status">
        {restoring
          ? t('restoring', { when: when(restoring.madeAt) })
          : beganAt !== undefined
            ? t('backingUp')
            : made
              ? t('backedUp', { when: when(made.at), size: format.size(made.bytes) })
              : t('neverBackedUp')}
      </p>
      {made?.unreadable !== undefined && (
        <p class="backup-failed">◆ {t('backupUnreadable', { count: made.unreadable })}</p>
      )}
      {failed && (
        <p class="backup-failed">◆ {t('backupNot', { when: when(failed.at), why: t(`backup.${failed.why}`) })}</p>
      )}
      {restored && (
        <p>
          {restored.by === undefined
            ? t('restored', { at: when(restored.at), when: when(restored.madeAt) })
            : t('restoredBy', {
                at: when(restored.at),
                when: when(restored.madeAt),
                staff: staffName(house, restored.by),
              })}
        </p>
      )}
      {notRestored && (
        <p class="backup-failed">
          ◆ {t('restoreNot', { at: when(notRestored.at), why: t(`backup.${notRestored.why}`) })}
        </p>
      )}
    </>
  )
}
