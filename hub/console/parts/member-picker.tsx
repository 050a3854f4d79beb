/** A member out of all of them, by any part of any field; what is typed may stay a name of its own. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import './member-picker.css'
import { Missing } from './fetching.tsx'
import { tierWord } from './names.ts'
import { TextField } from './text-field.tsx'

export interface PickedMember {
  readonly id: Id
  readonly called: string
}

export interface MemberPickerProps {
  label: string
  hint?: string | undefined
  text: string
  onText: (text: string) => void
  onPick: (member: PickedMember) => void
  /** Not to be chosen. */
  except?: Id | undefined
}

const mostShown = 4

export function MemberPicker({ label, hint, text, onText, onPick, except }: MemberPickerProps) {
  const { t } = useSpeech()
  const wanted = text.trim()
  const asked = useAnswer(wanted === '' ? undefined : { type: 'SearchMembers', text: wanted.slice(0, 60) })
  const hits = asked.value?.hits.filter(({ id }) => id !== except).slice(0, mostShown) ?? []
  return (
    <div class="member-picker">
      <TextField label={label} hint={hint} maxLength={40} value={text} onValue={onText} />
      <Missing asked={asked} />
      <ul class="member-picker-hits" aria-live="polite">
        {hits.map(({ id, called, name, tier }) => (
          <li key={id}>
            <Button size="min" word={called} onPress={() => onPick({ id, called })}>
              <span class="quiet">
                {name} {tierWord(t, tier)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The one that was chosen, and the way back. */
export function Picked({ label, member, onDrop }: { label: string; member: PickedMember; onDrop: () => void }) {
  const { t } = useSpeech()
  return (
    <div class="field">
      <span class="label">{label}</span>
      <p class="member-picked">
        <span class="name">{member.called}</span>
        <Button size="min" variant="quiet" word={t('otherMember')} onPress={onDrop} />
      </p>
    </div>
  )
}
