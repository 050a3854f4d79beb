/** 黑名单: whom the house turns away, and takes in again; either with a reason that stays in the file, by who wrote it. */
import { useState } from 'preact/hooks'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Field } from '../parts/parts.tsx'
import { SendKeys } from '../parts/send-keys.tsx'
import { useSpeech } from '../state/house.ts'

interface BanMemberProps {
  card: MemberCardView
  onClose: () => void
}

export function BanMember({ card: { id: member, rev, called, blocked: banned }, onClose }: BanMemberProps) {
  const blocked = banned === true
  const { t } = useSpeech()
  const [why, setWhy] = useState('')
  const note = why.trim()
  return (
    <Dialog
      title={`${t(blocked ? 'unbanMember' : 'banMember')} · ${called}`}
      onClose={onClose}
      actions={
        <SendKeys
          word={t(blocked ? 'unbanMember' : 'banMember')}
          command={note === '' ? undefined : { type: 'SaveMember', member, rev, changes: { blocked: !blocked, note } }}
          said={({ t }) => t(blocked ? 'unbannedToast' : 'bannedToast', { name: called })}
          onClose={onClose}
        />
      }
    >
      <div class="form">
        <p>{t(blocked ? 'unbanHow' : 'banHow')}</p>
        <Field label={t('banWhy')}>
          {id => <textarea id={id} maxLength={300} value={why} onInput={event => setWhy(event.currentTarget.value)} />}
        </Field>
      </div>
    </Dialog>
  )
}
