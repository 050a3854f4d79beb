/** When the house was last copied, and the key that copies it now. Whoever may not, sees nothing of it. */
import { Button } from '../../../shared/ui/button.tsx'
import { may, useSpeech } from '../state/house.ts'

export function Backups() {
  const { t, format, house } = useSpeech()
  const backup = house.link.one('backup')
  if (!backup || !may(house, 'BackUp')) return null
  const { beganAt, made, failed } = backup
  const when = (at: number) => `${format.day(at)} ${format.time(at)}`
  return (
    <section class="device-kind" aria-label={t('backup')} data-slice-key="backup">
      <h2 class="label">{t('backup')}</h2>
      <div class="backup">
        <p class="device-name" role="status">
          {beganAt !== undefined
            ? t('backingUp')
            : made
              ? t('backedUp', { when: when(made.at), size: (made.bytes / 1e6).toFixed(1) })
              : t('neverBackedUp')}
        </p>
        {failed && (
          <p class="backup-failed">◆ {t('backupNot', { when: when(failed.at), why: t(`backup.${failed.why}`) })}</p>
        )}
        <p class="quiet">{t('backupHint')}</p>
        <Button
          size="standard"
          word={t('backUpNow')}
          disabled={beganAt !== undefined}
          onPress={() => house.tap({ type: 'BackUp' })}
        />
      </div>
    </section>
  )
}
