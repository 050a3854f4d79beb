/** Is the hub there? Quiet while it is; a word and a different shape when it is not; solid when it has stopped. */
import IconLink from '~icons/lucide/link-2'
import IconOff from '~icons/lucide/link-2-off'
import IconSearching from '~icons/lucide/loader'
import IconStopped from '~icons/lucide/octagon-alert'
import './connection-badge.css'

export type ConnectionState = 'online' | 'connecting' | 'offline' | 'stopped'

export interface ConnectionBadgeProps {
  state: ConnectionState
  word: string
}

export function ConnectionBadge({ state, word }: ConnectionBadgeProps) {
  const Drawing = drawings[state]
  return (
    <span class="connection" data-state={state} role="status">
      <Drawing class="icon" aria-hidden="true" />
      <span>{word}</span>
    </span>
  )
}

const drawings = {
  online: IconLink,
  connecting: IconSearching,
  offline: IconOff,
  stopped: IconStopped,
} as const satisfies Record<ConnectionState, unknown>
