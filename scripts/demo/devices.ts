/** The demo venue's screens, already paired: one for every place, and consoles of their own for the simulated staff. */
import type { DeviceRow } from '../../hub/identity/devices.ts'
import { rooms } from './venue/rooms.ts'

export type DemoDevice = Omit<DeviceRow, 'tokens' | 'createdAt' | 'revoked'>

const device = (id: string, name: string, kind: DemoDevice['kind'], more: Partial<DemoDevice> = {}): DemoDevice => ({
  id: `d1-${id}`,
  name,
  kind,
  shared: false,
  ...more,
})

/** The room whose panel is on the wall; its party is Mr Wang's. */
export const wallRoom = 'v08'

export const demoDevices: readonly DemoDevice[] = [
  device('kiosk', '大堂迎宾屏 Lobby', 'kiosk'),
  device('reader', '大堂读卡器 Reader', 'reader', { kiosk: 'd1-kiosk' }),
  // The first panel is the one that the start page links to.
  ...[...rooms]
    .sort((a, b) => Number(b.id === wallRoom) - Number(a.id === wallRoom))
    .map(({ id, name }) => device(`panel${id}`, `${name} 包厢屏 Panel`, 'panel', { room: id })),
  device('bar', '吧台 Bar', 'console', { station: 'bar', shared: true }),
  device('floor', '楼面 Floor', 'console', { station: 'floor', shared: true }),
  device('manager', '经理台 Manager', 'console'),
  device('desk', '咨客台 Desk', 'console'),
  device('player', '播放机 Player', 'player'),
  device('simdesk', '模拟咨客 Simulated desk', 'console'),
  device('simmanager', '模拟经理 Simulated manager', 'console'),
  device('simbar', '模拟吧台 Simulated bar', 'console', { station: 'bar', shared: true }),
  device('simfloor', '模拟楼面 Simulated floor', 'console', { station: 'floor', shared: true }),
]
