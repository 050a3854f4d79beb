/** Two people for one thing: one's own PIN, then who else, then theirs. Neither is kept longer than the tap. */
import { useState } from 'preact/hooks'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { staffName } from '../parts/names.ts'
import { Wrong } from '../parts/parts.tsx'
import { type House, me, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { People } from './people.tsx'
import { PinEntry } from './pin-entry.tsx'

export interface TwoPinsProps {
  /** What is asked of the second person. */
  secondWord: string
  /** Who of the house may be the second; anybody unless given. */
  only?: readonly Role[]
  /** Undefined: both were right, and it is done. Without a second where nobody else works. */
  onPins: (pin: string, second?: { readonly staff: string; readonly pin: string }) => Promise<Refusal | undefined>
}

export function TwoPins({ secondWord, only, onPins }: TwoPinsProps) {
  const { t, own, house } = useSpeech()
  const [pin, setPin] = useState<string>()
  const [refused, setRefused] = useState<Refusal>()
  const [second, setSecond] = useState<StaffView>()
  const [notThey, setNotThey] = useState<Refusal>()
  const first = me(house)
  if (pin === undefined)
    return (
      <PinEntry
        key="own"
        label={t('enterPin', { staff: staffName(house, first) })}
        said={refused}
        onPin={async typed => {
          if (isAlone(house)) return onPins(typed)
          setPin(typed)
          return undefined
        }}
      />
    )
  if (!second)
    return <SecondPerson word={secondWord} without={first} only={only} notThey={notThey} onChoose={setSecond} />
  return (
    <PinEntry
      key="second"
      label={t('enterPin', { staff: own(second.name) })}
      onPin={async typed => {
        const answer = await onPins(pin, { staff: second.id, pin: typed })
        if (answer?.refused === 'one-hand') {
          setNotThey(answer)
          setSecond(undefined)
          return undefined
        }
        if (answer?.about !== first) return answer
        // It was one's own that was wrong: that is said, and asked for again, not the second person's.
        setRefused(answer)
        setPin(undefined)
        return undefined
      }}
    />
  )
}

/** A house with one pair of hands: whoever leads it is asked for nobody else. */
const isAlone = (house: House): boolean =>
  isLead(who(house)) && house.link.all('staff').every(({ id, gone }) => gone || id === me(house))

interface SecondPersonProps {
  word: string
  without: string | undefined
  only: readonly Role[] | undefined
  /** Why the one who was chosen before cannot be it. */
  notThey: Refusal | undefined
  onChoose: (staff: StaffView) => void
}

export function SecondPerson({ word, without, only, notThey, onChoose }: SecondPersonProps) {
  const { house } = useSpeech()
  return (
    <div class="form">
      <h3>{word}</h3>
      <Wrong words={notThey && house.wordsOf(notThey)} />
      <People label={word} without={without} only={only} onChoose={onChoose} />
    </div>
  )
}
