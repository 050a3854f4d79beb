/** 存酒: the shelf, and one bottle's step at a time. */
import { useState } from 'preact/hooks'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { roomName } from '../../parts/names.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { resolveRequest } from '../../state/acts.ts'
import { may, useSpeech } from '../../state/house.ts'
import { requests } from '../../state/shown.ts'
import { CorrectKeep } from './correct-keep.tsx'
import { DrawKeep } from './draw-keep.tsx'
import { ExtendKeep } from './extend-keep.tsx'
import { KeepLabel } from './keep-label.tsx'
import { KeepList } from './keep-list.tsx'
import './keeps.css'
import { StoreKeep } from './store-keep.tsx'

type Step =
  | { readonly at: 'list' | 'store' }
  | { readonly at: 'draw' | 'extend' | 'correct' | 'label'; readonly keep: KeepRow }

const titles = {
  store: 'keepStore',
  draw: 'keepDraw',
  extend: 'keepExtend',
  correct: 'keepCorrect',
  label: 'keepLabel',
} as const

/** What of the shelf is looked at: all, or what the party of this call may have. */
export interface KeepsOf {
  readonly visit?: string
  readonly request?: string
}

export function Keeps({ of, onClose }: { of: KeepsOf; onClose: () => void }) {
  const { t, house } = useSpeech()
  const [step, setStep] = useState<Step>({ at: 'list' })
  const [all, setAll] = useState(of.visit === undefined)
  const { visit, request } = of
  const room = visit === undefined ? undefined : house.link.get('visit', visit)?.room
  const call = request === undefined ? undefined : requests(house).find(({ id }) => id === request)
  const answer = () => {
    if (call) resolveRequest(house, 'not-possible', call)
    onClose()
  }
  const back = () => setStep({ at: 'list' })
  const title =
    step.at === 'list'
      ? room === undefined
        ? t('keeps')
        : all
          ? t('keepEverybodys')
          : `${roomName(house, room)} · ${t('keepCallBottles')}`
      : t(titles[step.at])
  return (
    <Sheet label={t('keeps')} title={title} onClose={onClose}>
      {step.at !== 'list' && (
        <p class="keeps-back">
          <Button size="min" variant="quiet" word={t('back')} onPress={back} />
        </p>
      )}
      {step.at === 'list' && (
        <KeepList
          visit={all ? undefined : visit}
          onAll={() => setAll(true)}
          onNothing={call && may(house, 'ResolveRequest') ? answer : undefined}
          onStore={() => setStep({ at: 'store' })}
          onDraw={keep => setStep({ at: 'draw', keep })}
          onExtend={keep => setStep({ at: 'extend', keep })}
          onLabel={keep => setStep({ at: 'label', keep })}
          onCorrect={keep => setStep({ at: 'correct', keep })}
        />
      )}
      {step.at === 'store' && <StoreKeep visit={visit} onStored={keep => setStep({ at: 'label', keep })} />}
      {step.at === 'draw' && (
        <DrawKeep
          keep={step.keep}
          visit={visit}
          request={request}
          onDone={request === undefined ? back : onClose}
          onChanged={back}
        />
      )}
      {step.at === 'extend' && <ExtendKeep keep={step.keep} onDone={back} />}
      {step.at === 'correct' && (
        <CorrectKeep keep={step.keep} onCorrected={keep => setStep({ at: 'label', keep })} onChanged={back} />
      )}
      {step.at === 'label' && <KeepLabel keep={step.keep} onDone={back} />}
    </Sheet>
  )
}
