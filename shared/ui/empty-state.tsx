/** Nothing here yet, said calmly, with the next step if there is one. */
import type { ComponentChildren } from 'preact'
import type { Icon } from './icon-word.tsx'
import './empty-state.css'

export interface EmptyStateProps {
  title: string
  hint?: string | undefined
  icon?: Icon | undefined
  /** A button. */
  children?: ComponentChildren
}

export function EmptyState({ title, hint, icon: Drawing, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      {Drawing && <Drawing class="icon" aria-hidden="true" />}
      <p class="empty-state-title">{title}</p>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </div>
  )
}
