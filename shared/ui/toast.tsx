/**
 * A line that says what happened, with Undo while the gold runs out. Time over is `onDone`; the caller removes it.
 *
 *   <Toast text={t('orderPlaced')} lastsMs={8000} undo={{ word: t('undo'), onUndo }} onDone={close} />
 */
import { Button } from './button.tsx'
import type { Icon } from './icon-word.tsx'
import './toast.css'
import { Wipe } from './wipe.tsx'

export interface ToastProps {
  text: string
  icon?: Icon | undefined
  /** How long it stays, ms: the undo window. */
  lastsMs: number
  /** Share of that already gone, 0 to 1. */
  from?: number | undefined
  undo?: { word: string; onUndo: () => void } | undefined
  onDone: () => void
}

export function Toast({ text, icon: Drawing, lastsMs, from, undo, onDone }: ToastProps) {
  return (
    <div class="toast" role="status">
      {Drawing && <Drawing class="icon" aria-hidden="true" />}
      <span>{text}</span>
      {undo && <Button size="min" word={undo.word} onPress={undo.onUndo} />}
      <Wipe kind="bar" direction="drain" durationMs={lastsMs} from={from} onDone={onDone} />
    </div>
  )
}
