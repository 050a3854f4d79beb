/** Set-up: a box as wide as a bank card tells how large a millimetre is here, and how the house keeps this panel for whoever comes. */
import { useEffect, useState } from 'preact/hooks'
import IconWider from '~icons/lucide/chevrons-left-right'
import IconNarrower from '~icons/lucide/chevrons-right-left'
import { Button } from '../../shared/ui/button.tsx'
import { comfortDrawings, comfortWords } from '../frame/comfort-words.ts'
import { comfortChoices, resetComfort } from '../state/comfort.ts'
import type { DeviceMemory } from '../state/device-memory.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { guessMillimetre, setMillimetre } from '../state/screen-size.ts'
import './setup.css'

/** ISO/IEC 7810 ID-1. */
const cardMm = 85.6
/** One tap, CSS px of the card's width. */
const stepPx = 2

export function Setup({ memory, onClose }: { memory: DeviceMemory; onClose: () => void }) {
  const { comfort } = usePanel()
  const { t } = useSpeech()
  const [usual, setUsual] = useState(() => memory.comfort() ?? { large: false, left: false, low: false })
  const [width, setWidth] = useState(() => (memory.millimetre() ?? guessMillimetre(innerWidth, innerHeight)) * cardMm)
  const change = (by: number) => setWidth(old => Math.min(Math.max(old + by, cardMm * 2), innerWidth * 0.9))
  // The controls themselves keep their size until it is saved: nothing runs away under the finger.
  useEffect(() => () => setMillimetre(memory.millimetre() ?? guessMillimetre(innerWidth, innerHeight)), [memory])
  const save = () => {
    memory.keepMillimetre(width / cardMm)
    memory.keepComfort(usual)
    resetComfort(comfort, usual)
    onClose()
  }
  return (
    <main class="setup">
      <h1 class="setup-title">{t('setupTitle')}</h1>
      <p class="quiet">{t('setupHint')}</p>
      <div class="setup-card" style={{ width: `${width}px`, height: `${(width / cardMm) * 53.98}px` }} />
      <div class="setup-keys">
        <span class="caption">{t('setupUsual')}</span>
        {comfortChoices.map(choice => (
          <Button
            key={choice}
            size="min"
            icon={comfortDrawings[choice]}
            word={t(comfortWords[choice])}
            pressed={usual[choice]}
            onPress={() => setUsual({ ...usual, [choice]: !usual[choice] })}
          />
        ))}
      </div>
      <div class="setup-keys">
        <Button icon={IconNarrower} word={t('narrower')} onPress={() => change(-stepPx)} />
        <Button icon={IconWider} word={t('wider')} onPress={() => change(stepPx)} />
        <Button variant="quiet" word={t('cancel')} onPress={onClose} />
        <Button variant="primary" size="standard" word={t('save')} onPress={save} />
      </div>
    </main>
  )
}
