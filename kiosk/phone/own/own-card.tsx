/** The member's own card: what the house keeps that is theirs to change, what they want shown, and the way out. */
import { useState } from 'preact/hooks'
import type { PhoneCardView } from '../../../shared/protocol/views/phone.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { CalledField, calledOf } from '../parts/called-field.tsx'
import { ArrivalChoice, arrivalOf, consentOf, TasteChoice } from '../parts/choices.tsx'
import { Refused } from '../parts/refused.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import { Leave } from './leave.tsx'
import { Past } from './past.tsx'
import './own-card.css'

export function OwnCard({ card }: { card: PhoneCardView }) {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <section class="own" aria-label={t('myCard')}>
      <h2 class="own-title">{t('myCard')}</h2>
      {open ? <Edit card={card} onClose={() => setOpen(false)} /> : <Kept card={card} onEdit={() => setOpen(true)} />}
      <History card={card} />
      <Leave leaving={card.leaving} />
    </section>
  )
}

function Kept({ card, onEdit }: { card: PhoneCardView; onEdit: () => void }) {
  const { t, list } = useSpeech()
  const { called, tastes, welcome, discreet } = card
  const arrival = arrivalOf({ welcome, discreet })
  const ways = { 'by-name': 'byName', quietly: 'quietly' } as const
  return (
    <>
      <dl class="own-kept">
        <dt>{t('calledKept')}</dt>
        <dd class="name">{called}</dd>
        <dt>{t('tastesKept')}</dt>
        <dd>{tastes.length > 0 ? list(tastes.map(taste => t(taste))) : t('nothingKept')}</dd>
        <dt>{t('howWelcome')}</dt>
        <dd>{arrival === undefined ? t('notByName') : t(ways[arrival])}</dd>
      </dl>
      <Button word={t('change')} onPress={onEdit} />
    </>
  )
}

function Edit({ card, onClose }: { card: PhoneCardView; onClose: () => void }) {
  const { busy, saveMyself } = usePhone()
  const { t } = useSpeech()
  const [called, setCalled] = useState(card.called)
  const [liked, setLiked] = useState(card.tastes)
  const [arrival, setArrival] = useState(arrivalOf(card))
  const name = calledOf(called)
  const save = async () => {
    if (name === undefined) return
    const changes = { ...(name !== card.called && { called: name }), tastes: [...liked], ...consentOf(arrival) }
    if (await saveMyself(changes)) onClose()
  }
  return (
    <form
      class="own-edit"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <CalledField value={called} missing={called.trim() === ''} onChange={setCalled} />
      <TasteChoice liked={liked} onChange={setLiked} />
      <ArrivalChoice arrival={arrival} onChange={setArrival} />
      <Refused />
      <div class="own-edit-foot">
        <Button variant="quiet" word={t('cancel')} onPress={onClose} />
        <Button variant="primary" type="submit" word={t('save')} busy={busy.value} />
      </div>
    </form>
  )
}

/** Off unless they turn it on: a phone is handed around. */
function History({ card }: { card: PhoneCardView }) {
  const { busy, saveMyself } = usePhone()
  const { t } = useSpeech()
  const { showHistory, past } = card
  return (
    <>
      <Button
        class="choice-way"
        word={t('showHistory')}
        pressed={showHistory}
        busy={busy.value}
        onPress={() => void saveMyself({ showHistory: !showHistory })}
      >
        <span class="choice-hint">{t('showHistoryHint')}</span>
      </Button>
      {past && <Past past={past} />}
    </>
  )
}
