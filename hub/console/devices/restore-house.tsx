/** The owner puts the house back: which of the backups, what that means, then their own PIN. How it goes stands in the page. */
import { useState } from 'preact/hooks'
import IconHistory from '~icons/lucide/history'
import type { BackupRow } from '../../../shared/protocol/queries.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Answered } from '../parts/fetching.tsx'
import { staffName } from '../parts/names.ts'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'

export function RestoreHouse({ onClose }: { onClose: () => void }) {
  const { t, format, house } = useSpeech()
  const [chosen, setChosen] = useState<BackupRow>()
  const [sure, setSure] = useState(false)
  const restore = async (backup: string, pin: string): Promise<Refusal | undefined> => {
    const answer = await house.link.sendNow({ type: 'RestoreHouse', backup, pin })
    if (answer.ok) onClose()
    return answer.ok ? undefined : answer.refusal
  }
  return (
    <Dialog
      title={
        chosen ? t('restoreTo', { when: `${format.day(chosen.at)} ${format.time(chosen.at)}` }) : t('restoreWhich')
      }
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          {chosen && !sure && <Button variant="danger" word={t('restoreNow')} onPress={() => setSure(true)} />}
        </>
      }
    >
      {!chosen ? (
        <Choices onChoose={setChosen} />
      ) : sure ? (
        <PinEntry
          label={t('enterPin', { staff: staffName(house, me(house)) })}
          onPin={pin => restore(chosen.name, pin)}
        />
      ) : (
        <Meaning backup={chosen} />
      )}
    </Dialog>
  )
}

function Choices({ onChoose }: { onChoose: (backup: BackupRow) => void }) {
  const { t, format } = useSpeech()
  const asked = useAnswer({ type: 'Backups' })
  return (
    <Answered asked={asked}>
      {({ backups }) =>
        backups.length === 0 ? (
          <EmptyState icon={IconHistory} title={t('restoreNone')} hint={t('restoreNoneHint')} />
        ) : (
          <ul class="backup-list">
            {backups.map(backup => (
              <li key={backup.name}>
                <button type="button" class="backup-choice" onClick={() => onChoose(backup)}>
                  <span>
                    {format.day(backup.at)} {format.time(backup.at)}
                  </span>
                  <span class="quiet">{t(backup.night ? 'backupByNight' : 'backupByHand')}</span>
                  <span class="quiet">{format.size(backup.bytes)}</span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

function Meaning({ backup }: { backup: BackupRow }) {
  const { t, format, house } = useSpeech()
  return (
    <div class="restore-means">
      <p>
        <strong>{t('restoreLoses', { duration: format.duration(house.link.hubNow() - backup.at) })}</strong>
      </p>
      <p>{t('restoreAway')}</p>
      <p>{t('restorePins')}</p>
      <p>{t('restoreWaits')}</p>
      <p>{t('restoreKept')}</p>
    </div>
  )
}
