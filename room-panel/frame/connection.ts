/** How the link is, for the badge: its shape and the key of its word. */
import type { Link } from '../../shared/client/link.ts'
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { ConnectionState } from '../../shared/ui/connection-badge.tsx'

export interface Connection {
  readonly state: ConnectionState
  readonly word: 'connected' | 'connecting' | 'offline' | 'hubStopped'
}

export function connectionOf({ state, health }: Pick<Link<'panel'>, 'state' | 'health'>): Connection {
  const { at } = state.value
  switch (at) {
    case 'online':
      return health.value === 'ok' ? { state: 'online', word: 'connected' } : { state: 'stopped', word: 'hubStopped' }
    case 'connecting':
      return { state: 'connecting', word: 'connecting' }
    case 'away':
    case 'pairing':
    case 'replaced':
    case 'expired':
      return { state: 'offline', word: 'offline' }
    default:
      return assertNever(at)
  }
}
