/** How bad it is, said four ways at once: shape (▲ ◆ ● ✓), fill (solid, outlined, ghost), word and colour. */
import './severity.css'

export type SeverityLevel = 'critical' | 'warning' | 'info' | 'ok'

export interface SeverityProps {
  level: SeverityLevel
  word: string
}

export function Severity({ level, word }: SeverityProps) {
  return (
    <span class="severity" data-level={level}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[level]}
      </svg>
      <span>{word}</span>
    </span>
  )
}

const shapes = {
  critical: <path d="M8 1.5 15.2 14.5H.8Z" stroke-linejoin="round" />,
  warning: <path d="M8 1 15 8 8 15 1 8Z" fill="none" stroke-width="2" stroke-linejoin="round" />,
  info: <circle cx="8" cy="8" r="4.5" />,
  ok: <path d="M2 8.5 6.2 12.7 14 3.8" fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />,
} as const satisfies Record<SeverityLevel, unknown>
