/** Teaches a reader's format: a card is touched there, and the number on it typed. Doubt asks for another card, never guesses. */
import { useState } from 'preact/hooks'
import type { Technology } from '../../../shared/protocol/cards/formats.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { CardTouch } from '../cards/card-touch.tsx'
import { useCardRead } from '../cards/use-card-read.ts'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field, Wrong } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'

type Samples = CommandOf<'SetCardFormat'>['samples']

const kinds = ['em', 'mifare', 'stripe'] as const satisfies readonly Technology[]
type Kind = (typeof kinds)[number] | 'unknown'

export function CardFormat({ device: { id, name }, onClose }: { device: DeviceView; onClose: () => void }) {
  const { t, house } = useSpeech()
  const [samples, setSamples] = useState<Samples>([])
  const [round, setRound] = useState(0)
  const [printed, setPrinted] = useState('')
  const [kind, setKind] = useState<Kind>('unknown')
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const reading = useCardRead(id, round, samples.at(-1)?.read)
  const again = () => {
    setPrinted('')
    setRound(round + 1)
  }
  const learn = async () => {
    if (reading.at !== 'read' || busy) return
    const all = [...samples, { read: reading.read, printed: printed.trim() }]
    setBusy(true)
    const answer = await house.link.sendNow({
      type: 'SetCardFormat',
      device: id,
      samples: all,
      ...(kind !== 'unknown' && { technology: kind }),
    })
    setBusy(false)
    if (answer.ok) {
      house.notices.say(({ t }) => t('formatSaved', { device: name }))
      return onClose()
    }
    setRefusal(answer.refusal)
    // What this card said still holds; another one, or another number on it, tells the rest.
    if (answer.refusal.refused === 'format-unclear' && all.length < mostSamples) setSamples(all)
    if (answer.refusal.refused === 'card-not-read') setSamples([])
    if (answer.refusal.refused !== 'format-none') again()
  }
  return (
    <Dialog
      title={t('setFormat')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button
            variant="primary"
            word={t('learnFormat')}
            busy={busy}
            disabled={reading.at !== 'read' || printed.trim().length < 4}
            onPress={() => void learn()}
          />
        </>
      }
    >
      <div class="form">
        <p>
          <strong>{name}</strong> {t('formatIntro')}
        </p>
        <CardTouch reading={reading} onAgain={again} />
        <Field label={t('printedNumber')} hint={t('printedHint')}>
          {field => (
            <input
              id={field}
              class="text-input"
              autocomplete="off"
              maxLength={40}
              value={printed}
              onInput={event => {
                setRefusal(undefined)
                setPrinted(event.currentTarget.value)
              }}
            />
          )}
        </Field>
        <ChoiceField
          label={t('cardKind')}
          current={kind}
          onChoose={setKind}
          choices={[
            ...kinds.map(each => ({ id: each, word: t(`card.${each}`) })),
            { id: 'unknown' as const, word: t('kindUnknown') },
          ]}
        />
        {samples.length > 0 && <p class="quiet">{t('cardsCounted', { count: samples.length })}</p>}
        <Wrong words={refusal && house.wordsOf(refusal)} />
      </div>
    </Dialog>
  )
}

/** As the protocol has it. */
const mostSamples = 4
