/** The cinnabar seal (贵宾): Han words stand upright in a column, Latin ones lie. Size by `font-size`. */
import './seal.css'

export interface SealProps {
  word: string
  /** Lands with a short movement instead of being there. */
  landing?: boolean | undefined
  /** Kept in the layout, but not yet to be seen. */
  hidden?: boolean | undefined
}

export function Seal({ word, landing, hidden }: SealProps) {
  const upright = /\p{Script=Han}/u.test(word)
  return (
    <span
      class="seal"
      data-upright={upright ? '' : undefined}
      data-landing={landing && !hidden ? '' : undefined}
      style={hidden ? { visibility: 'hidden' } : undefined}
    >
      <span class="seal-words">{word}</span>
    </span>
  )
}
