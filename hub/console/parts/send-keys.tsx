/** The keys of a dialog that sends what was typed in it: it is closed once the hub did it. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { Button } from '../../../shared/ui/button.tsx'
import type { DraftOf } from '../state/drafts.ts'
import { useSpeech } from '../state/house.ts'
import type { Words } from '../state/notices.ts'
import { useSending } from '../state/use-sending.ts'
import { PendingMark, Wrong } from './parts.tsx'

export interface SendKeysProps {
  word: string
  /** Undefined: something is missing. */
  command: PeopleCommand | undefined
  /** What may be sent in its place. */
  instead?: { readonly word: string; readonly command: PeopleCommand } | undefined
  /** When the hub did it. */
  said?: Words
  /** What it was typed in. */
  draft?: DraftOf<unknown>
  onClose: () => void
  /** Once the hub did it; absent: it is closed. */
  onDone?: () => void
}

export function SendKeys({ word, command, instead, said, draft, onClose, onDone = onClose }: SendKeysProps) {
  const { t, house } = useSpeech()
  const { busy, wrong, send } = useSending(command, onDone, said, draft)
  return (
    <>
      <Wrong words={wrong} />
      {busy && house.link.connection.value.at !== 'online' && <PendingMark />}
      {/* What is on its way is not called back by closing. */}
      <Button variant="quiet" word={busy ? t('close') : t('cancel')} onPress={onClose} />
      {instead && <Button word={instead.word} busy={busy} onPress={() => void send(instead.command)} />}
      <Button variant="primary" word={word} busy={busy} disabled={!command} onPress={() => void send()} />
    </>
  )
}
