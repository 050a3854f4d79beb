/** 评价: four faces with words; a bad one may say why and have the manager; thanks, and it closes by itself. */
import { useState } from 'preact/hooks'
import IconAngry from '~icons/lucide/angry'
import IconUnhappy from '~icons/lucide/frown'
import IconDelighted from '~icons/lucide/laugh'
import IconHappy from '~icons/lucide/smile'
import { type Face, type Factor, faces } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './feedback-screen.css'
import { Reasons } from './reasons.tsx'
import { Thanks } from './thanks.tsx'
import { useReward } from './use-reward.ts'

/** The room as a whole. */
const everybody = 0
/** The same face within this is a mash, ms. */
const mashMs = 400

export function FeedbackScreen() {
  const panel = usePanel()
  const { t } = useSpeech()
  const [step, setStep] = useState<'faces' | 'reasons' | 'thanks'>('faces')
  const given = useGiven()
  const promised = useReward('promised')
  const give = (face: Face, factors: readonly Factor[]) =>
    void panel.tapOnce({ type: 'GiveFeedback', guest: everybody, face, factors: [...factors] }, mashMs)
  if (step === 'thanks') return <Thanks onDone={panel.home} onChange={() => setStep('faces')} />
  if (step === 'reasons' && given) {
    return (
      <Reasons
        factors={given.factors}
        onChange={factors => give(given.face, factors)}
        onDone={() => setStep('thanks')}
      />
    )
  }
  return (
    <div class="screen feedback">
      <h1>{t('howWasIt')}</h1>
      <div class="faces">
        {faces.map(face => (
          <Button
            key={face}
            class="face"
            stacked
            icon={drawings[face]}
            word={t(`face.${face}`)}
            pressed={given?.face === face}
            onPress={() => {
              give(face, given?.face === face ? given.factors : [])
              setStep(isBad(face) ? 'reasons' : 'thanks')
            }}
          />
        ))}
      </div>
      <p class="caption feedback-change">{given ? t('feedbackChange') : promised}</p>
    </div>
  )
}

/** What the room said, with its last tap already in. */
function useGiven(): { readonly face: Face; readonly factors: readonly Factor[] } | undefined {
  const { link, visit } = usePanel()
  const tapped = link.pending.value.filter(({ command }) => command.type === 'GiveFeedback').at(-1)?.command
  if (tapped?.type === 'GiveFeedback') return tapped
  return visit.value?.feedback.find(({ guest }) => guest === everybody)
}

const isBad = (face: Face): boolean => face === 'angry' || face === 'unhappy'

const drawings = {
  angry: IconAngry,
  unhappy: IconUnhappy,
  happy: IconHappy,
  delighted: IconDelighted,
} as const satisfies Record<Face, Icon>
