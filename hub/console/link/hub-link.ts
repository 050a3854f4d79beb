/** The console's link over the shared client: the session travels with every tap, answers come back to who tapped. */
import { computed, effect } from '@preact/signals'
import { connect, type Link } from '../../../shared/client/link.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { Connection, ConsoleLink } from './console-link.ts'
import { sendFile } from './send-file.ts'

/** `device` is the one in the page's address. */
export function createHubLink(): ConsoleLink & { onOldRefusal(tell: (refusal: Refusal) => void): () => void } {
  const hub = connect({ surface: 'console' })
  const device = /^\/console\/([\w.-]+)/.exec(location.pathname)?.[1] ?? 'console'
  const own = new WeakSet<PeopleCommand>()
  const meant = () => {
    const session = hub.view.one('self')?.session?.id
    return session === undefined ? {} : { session }
  }
  return {
    device,
    one: kind => hub.view.one(kind),
    all: kind => hub.view.all(kind),
    get: (kind, id) => hub.view.get(kind, id),
    ready: hub.view.ready,
    feed: hub.feed,
    connection: computed(() => connectionOf(hub)),
    pending: hub.pending,
    async tap(command, sure) {
      own.add(command)
      const answer = await hub.tap(command, { ...meant(), ...(sure && { sure }) })
      // It is said by who tapped; kept, it would be said once more after a reload.
      for (const one of hub.refusals.peek()) if (one.tap.command === command) hub.dismiss(one)
      return answer
    },
    sendNow: (command, sure) => hub.sendNow(command, { ...meant(), ...(sure && { sure }) }),
    ask: query => hub.ask(query),
    sendFile: (upload, file, sent) => sendFile(device, upload, file, sent),
    report: hub.report,
    hubNow: hub.hubNow,
    reconnect: hub.reconnect,
    /** Refusals of taps that an earlier load of this page made: nobody waits for them any more. */
    onOldRefusal(tell) {
      return effect(() => {
        for (const one of hub.refusals.value) {
          if (own.has(one.tap.command)) continue
          tell(one.refusal)
          hub.dismiss(one)
        }
      })
    },
  }
}

function connectionOf(hub: Link<'console'>): Connection {
  const state = hub.state.value
  switch (state.at) {
    case 'online':
      return { at: hub.health.value === 'ok' ? 'online' : 'stopped' }
    case 'away':
      return { at: 'offline', since: state.since }
    case 'connecting':
      return { at: 'connecting' }
    case 'pairing':
      return {
        at: 'pairing',
        ...(state.code !== undefined && { code: state.code }),
        ...(state.full && { full: true }),
        ...(state.known && { known: true }),
      }
    case 'replaced':
      return { at: 'replaced' }
    case 'expired':
      return { at: 'connecting' }
  }
}
