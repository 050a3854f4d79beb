/** The PIN of who does it; before that, where somebody gets a new one, theirs: typed twice, by whose it is. */
import { useState } from 'preact/hooks'
import { isEasyPin } from '../../../shared/protocol/easy-pin.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { staffName } from '../parts/names.ts'
import { Wrong } from '../parts/parts.tsx'
import { signedIn, useSpeech } from '../state/house.ts'
import { PinEntry } from './pin-entry.tsx'

export interface PinStepsProps {
  /** Who gets a new PIN; absent: nobody. */
  newFor?: string | undefined
  /** Undefined: it was right. `newPin` is empty where nobody gets one. */
  onPins: (pin: string, newPin: string) => Promise<Refusal | undefined>
}

export function PinSteps({ newFor, onPins }: PinStepsProps) {
  const { t, house } = useSpeech()
  const [first, setFirst] = useState<string>()
  const [chosen, setChosen] = useState(newFor === undefined ? '' : undefined)
  const [differs, setDiffers] = useState(false)
  if (chosen !== undefined)
    return (
      <PinEntry
        key="own"
        label={t('enterPin', { staff: staffName(house, signedIn(house)) })}
        onPin={pin => onPins(pin, chosen)}
      />
    )
  if (first !== undefined)
    return (
      <PinEntry
        key="again"
        label={t('newPinAgain')}
        onPin={async typed => {
          setDiffers(typed !== first)
          if (typed === first) setChosen(typed)
          else setFirst(undefined)
          return undefined
        }}
      />
    )
  return (
    <>
      <Wrong words={differs ? t('pinsDiffer') : undefined} />
      <PinEntry
        key="first"
        label={t('newPin', { staff: newFor ?? '' })}
        onPin={async typed => {
          if (isEasyPin(typed)) return refuse('easy-pin', 'choose-other')
          setFirst(typed)
          return undefined
        }}
      />
    </>
  )
}
