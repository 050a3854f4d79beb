/** In the place of what was taken away: that it was, and 撤销 while the gold runs out. */
import IconUndo from '~icons/lucide/undo-2'
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import type { Waiting } from '../state/second-thoughts.ts'
import './undone.css'

export interface UndoneProps {
  /** What it is called among the second thoughts. */
  what: string
  waiting: Waiting
  text: string
  /** What 撤销 is about, for a screen reader. */
  about: string
}

export function Undone({ what, waiting, text, about }: UndoneProps) {
  const { thoughts } = usePanel()
  const { t } = useSpeech()
  return (
    <li class="undone" data-slice-key={what}>
      <span class="undone-text">{text}</span>
      <Button
        size="min"
        class="undone-key"
        icon={IconUndo}
        word={t('undo')}
        label={`${t('undo')} ${about}`}
        onPress={() => thoughts.takeBack(what)}
      />
      <Wipe kind="bar" direction="drain" durationMs={waiting.lastsMs} from={waiting.gone()} />
    </li>
  )
}
