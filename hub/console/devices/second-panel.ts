/** Two panels in one room are allowed, and seldom meant: who pairs the second hears of the first, and may turn it off. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { deviceName, roomName } from '../parts/names.ts'
import type { House } from '../state/house.ts'

/** Those that stand in the room besides this one. */
export const otherPanels = ({ link }: House, room: Id | undefined, but: unknown): readonly DeviceView[] =>
  room === undefined
    ? []
    : link.all('device').filter(one => one.kind === 'panel' && one.room === room && !one.unpaired && one.id !== but)

/** `paired`: the new one. Which is the old one, and when it was last there. */
export function askAboutOthers(house: House, room: Id | undefined, paired: unknown): void {
  const others = otherPanels(house, room, paired)
  if (others.length === 0) return
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t('secondPanel', { room: roomName(house, room) }),
    text: others.map(device => `${deviceName(house, device)} · ${whenThere(house, device)}`).join('\n'),
    yes: t('revokeOld'),
    no: t('keepBoth'),
    grave: true,
    onYes: () => revokeAll(house, others),
  })
}

export function revokeAll(house: House, devices: readonly DeviceView[]): void {
  for (const { id } of devices) house.tap({ type: 'RevokeDevice', device: id })
}

export function whenThere(house: House, { online, unpaired, lastSeenAt }: DeviceView): string {
  const { t, format } = house.speech.peek()
  if (online) return t('online')
  if (lastSeenAt === undefined) return t(unpaired ? 'unpaired' : 'neverSeen')
  return t('offlineSince', { ago: format.ago(house.now.value - lastSeenAt) })
}
