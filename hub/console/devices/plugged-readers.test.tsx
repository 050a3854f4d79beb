import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { createHouse, type House, HouseContext } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'
import { Devices } from './devices.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House

afterEach(() => {
  cleanup()
  house.stop()
})

const kiosk: DeviceView = { id: 'k1', name: '大堂迎宾屏', kind: 'kiosk', online: true }
const reader: DeviceView = { id: 'r1', name: '大堂读卡器', kind: 'reader', kiosk: 'k1', online: true }

/** The row of that reader, as it reads. */
async function rowOf(device: DeviceView): Promise<string> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')], ['device/k1', kiosk], [`device/${device.id}`, device])
  house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  render(
    <HouseContext.Provider value={house}>
      <Devices />
    </HouseContext.Provider>,
  )
  return screen.getByRole('region', { name: '读卡器' }).textContent
}

it('says which kiosk it serves, not only its name', async () => {
  const row = await rowOf(reader)
  expect(row).toContain('● 在线')
  expect(row).toContain('服务大堂迎宾屏')
})

it('is not called online where its computer is and no reader is plugged in', async () => {
  const row = await rowOf({ ...reader, own: true, readers: { driver: true, lost: 0, plugged: [] } })
  expect(row).toContain('○ 没插读卡器')
  expect(row).not.toContain('在线')
  expect(row.match(/没插读卡器/g)).toHaveLength(1)
})

it('says nothing of what was plugged in while its computer is away', async () => {
  const plugged = { id: 'p1', vendorId: 1, productId: 2, model: 'pos-scanner', state: 'connected', since: 0 } as const
  const readers = { driver: true, lost: 2, plugged: [plugged] }
  const row = await rowOf({ ...reader, online: false, lastSeenAt: tonight - 300_000, readers })
  expect(row).toContain('○ 5分钟前掉线')
  expect(row).not.toContain('接好了')
  expect(row).toContain('断线丢了2次刷卡')
})
