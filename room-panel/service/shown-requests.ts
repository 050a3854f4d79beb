/** Calls as the guests see them: the hub's, with their own taps already done. */
import type { Tap } from '../../shared/client/tap.ts'
import type { LocalizedText } from '../../shared/protocol/primitives.ts'
import type { PanelRequestView } from '../../shared/protocol/views/panel.ts'
import type { Outcome, Service } from '../../shared/protocol/words.ts'

export type ShownRequest =
  /** Tapped here, not at the hub yet. */
  | { readonly at: 'sending'; readonly times: number }
  | {
      readonly at: 'received' | 'later' | 'taken' | 'on-the-way' | 'answered'
      readonly id: string
      readonly times: number
      readonly staff?: LocalizedText
      readonly outcome?: Outcome
    }

/** The call for one service; undefined where there is none to wait for. */
export function shownService(
  service: Service,
  requests: readonly PanelRequestView[],
  taps: readonly Tap[],
): ShownRequest | undefined {
  const own = requests.filter(({ what }) => what.kind === 'service' && what.service === service)
  const urged = taps.filter(({ command }) => command.type === 'CallService' && command.service === service).length
  return shown(own, taps, urged)
}

/** The complaint the guests wait for: the one that needs them first, else the newest. */
export function shownComplaint(requests: readonly PanelRequestView[], taps: readonly Tap[]): ShownRequest | undefined {
  const made = taps.filter(({ command }) => command.type === 'Complain').length
  const own = requests.filter(({ what }) => what.kind === 'complaint')
  // Several wait for the manager at once: how often was tapped is nobody's business here.
  const one = shown(own, taps, made)
  return one && { ...one, times: 1 }
}

function shown(own: readonly PanelRequestView[], taps: readonly Tap[], urged: number): ShownRequest | undefined {
  const left = own.filter(({ id }) => !isSettled(id, taps))
  const request = left.find(one => one.status !== 'resolved') ?? left.at(-1)
  if (!request || (request.status === 'resolved' && urged > 0)) {
    return urged > 0 ? { at: 'sending', times: urged } : undefined
  }
  const { id, status, staff, onTheWay, outcome } = request
  const times = request.times + urged
  if (status === 'resolved') {
    return isReopened(id, taps)
      ? { at: 'received', id, times }
      : { at: 'answered', id, times, ...(staff && { staff }), ...(outcome && { outcome }) }
  }
  if (status === 'open') return { at: 'received', id, times }
  if (status === 'put-aside') return { at: 'later', id, times }
  return { at: onTheWay ? 'on-the-way' : 'taken', id, times, ...(staff && { staff }) }
}

/** 好了 or 不用了 was tapped and is on its way. */
function isSettled(id: string, taps: readonly Tap[]): boolean {
  return taps.some(
    ({ command }) =>
      (command.type === 'ConfirmRequest' || command.type === 'WithdrawRequest') && command.request === id,
  )
}

function isReopened(id: string, taps: readonly Tap[]): boolean {
  return taps.some(({ command }) => command.type === 'ReopenRequest' && command.request === id)
}
