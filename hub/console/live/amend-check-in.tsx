/** What the desk hears from somebody who waits: how many they are, how to call them tonight, whether to say nothing at all. */
import { useState } from 'preact/hooks'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { CheckInView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { NameField } from '../members/name-field.tsx'
import { Wrong } from '../parts/parts.tsx'
import { PartySize } from '../parts/party-size.tsx'
import { useSpeech } from '../state/house.ts'
import { useSending } from '../state/use-sending.ts'

export function AmendCheckIn({ checkIn, onDone }: { checkIn: CheckInView; onDone: () => void }) {
  const { t } = useSpeech()
  // What the guest says meanwhile, at the kiosk, is theirs: only what was changed here is told.
  const [first] = useState(checkIn)
  const [party, setParty] = useState(first.party)
  const [called, setCalled] = useState(first.title ?? '')
  const [discreet, setDiscreet] = useState(first.discreet)
  const changed = changesOf(first, { party, called: called.trim(), discreet })
  const { busy, wrong, send } = useSending(changed, onDone)
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <div class="form-row">
        <PartySize party={party ?? 1} onChange={setParty} />
        <NameField label={t('calledTonight')} of="called" value={called} onValue={setCalled} />
      </div>
      <p class="label">{t('calledTonightHint')}</p>
      <Wrong words={wrong} />
      <div class="form-foot">
        <Button size="min" word={t('discreet')} pressed={discreet} onPress={() => setDiscreet(!discreet)} />
        <Button variant="primary" type="submit" word={t('save')} busy={busy} disabled={!changed} />
      </div>
    </form>
  )
}

interface Said {
  /** Undefined: nobody said it, here or there. */
  readonly party: number | undefined
  readonly called: string
  readonly discreet: boolean
}

/** Only what is new; undefined when nothing is. */
function changesOf(first: CheckInView, said: Said): CommandOf<'AmendCheckIn'> | undefined {
  const changes = {
    ...(said.party !== undefined && said.party !== first.party && { party: said.party }),
    ...(said.called !== '' && said.called !== first.title && { called: said.called }),
    ...(said.discreet !== first.discreet && { discreet: said.discreet }),
  }
  return Object.keys(changes).length === 0 ? undefined : { type: 'AmendCheckIn', checkIn: first.id, ...changes }
}
