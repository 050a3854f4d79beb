/** A card for a member: touched at a reader, or its number typed off it. */
import { useState } from 'preact/hooks'
import type { CardSource } from '../../../shared/protocol/commands/card.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Wrong } from '../parts/parts.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useSpeech } from '../state/house.ts'
import { CardTouch } from './card-touch.tsx'
import { useCardRead } from './use-card-read.ts'

export interface CardDialogProps {
  title: string
  /** Undefined: it was taken. */
  onCard: (from: CardSource) => Promise<Refusal | undefined>
  onClose: () => void
}

export function CardDialog({ title, onCard, onClose }: CardDialogProps) {
  const { t, house } = useSpeech()
  const readers = house.link
    .all('device')
    .filter(({ kind, online }) => online && (kind === 'reader' || kind === 'kiosk'))
    // A reader is what people look for; a kiosk counts for what its page catches.
    .sort((one, other) => Number(one.kind === 'kiosk') - Number(other.kind === 'kiosk'))
  const [chosen, setChosen] = useState<Id>()
  const device = chosen ?? readers[0]?.id
  const [round, setRound] = useState(0)
  const [printed, setPrinted] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const typed = printed.trim()
  const reading = useCardRead(typed === '' ? device : undefined, round)
  const from: CardSource | undefined =
    typed !== '' ? { printed: typed } : reading.at === 'read' ? { read: reading.read } : undefined
  const save = async () => {
    if (!from || busy) return
    setBusy(true)
    setRefusal(await onCard(from))
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button
            variant="primary"
            word={t('save')}
            busy={busy}
            disabled={!from || (typed !== '' && typed.length < 4)}
            onPress={() => void save()}
          />
        </>
      }
    >
      <div class="form">
        {readers.length > 1 && (
          <ChoiceField
            label={t('readerFor')}
            current={device}
            onChoose={setChosen}
            choices={readers.map(({ id, name }) => ({ id, word: name }))}
          />
        )}
        {device === undefined ? (
          <p class="quiet">{t('noReaders')}</p>
        ) : (
          typed === '' && (
            <CardTouch
              reading={reading}
              onAgain={() => {
                setRefusal(undefined)
                setRound(round + 1)
              }}
            />
          )
        )}
        <TextField
          label={t('orType')}
          maxLength={40}
          value={printed}
          onValue={value => {
            setRefusal(undefined)
            setPrinted(value)
          }}
        />
        <Wrong words={refusal && house.wordsOf(refusal)} />
      </div>
    </Dialog>
  )
}
