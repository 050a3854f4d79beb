/**
 * An icon never stands alone: its word is beside it (or under it, stacked).
 *
 *   import IconMic from '~icons/lucide/mic'
 *   <IconWord icon={IconMic} word={t('microphone')} stacked />
 */
import type { ComponentType, SVGAttributes } from 'preact'
import './icon-word.css'

/** What `~icons/lucide/*` exports. */
export type Icon = ComponentType<SVGAttributes<SVGSVGElement>>

export interface IconWordProps {
  icon: Icon
  word: string
  stacked?: boolean | undefined
  class?: string | undefined
}

export function IconWord({ icon: Drawing, word, stacked, class: extra }: IconWordProps) {
  return (
    <span class={extra ? `icon-word ${extra}` : 'icon-word'} data-stacked={stacked ? '' : undefined}>
      <Drawing class="icon" aria-hidden="true" />
      <span>{word}</span>
    </span>
  )
}
