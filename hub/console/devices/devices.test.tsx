import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { close, show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import type { House } from '../state/house.ts'
import { Devices } from './devices.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House

const panel: DeviceView = { id: 'd1', name: 'V08', kind: 'panel', room: 'v08', online: true }
async function begin(role: Role, ...devices: readonly DeviceView[]) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role)])
  link.put(...devices.map(device => [`device/${device.id}`, device] as const))
  house = await show(link, <Devices />)
  const type = (value: string) => fireEvent.input(screen.getByLabelText('设备名字'), { target: { value } })
  const save = () => screen.getByRole('button', { name: '保存' })
  return { link, type, save }
}
const key = { name: '给V08改名' }

it('is a key for who may, and another name once it is typed', async () => {
  const { link, type, save } = await begin('manager', panel)
  link.answerWith(() => done())
  fireEvent.click(screen.getByRole('button', key))
  expect(save()).toHaveProperty('disabled', true)
  type('  ')
  expect(save()).toHaveProperty('disabled', true)
  type(' V08 门口 ')
  fireEvent.click(save())
  expect(link.sent).toEqual([{ type: 'RenameDevice', device: 'd1', from: 'V08', name: 'V08 门口' }])
  await waitFor(() => expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['已改名：V08 门口']))
  expect(screen.queryByLabelText('设备名字')).toBeNull()
})

it('does not write over what a colleague called it meanwhile', async () => {
  const { link, type, save } = await begin('manager', panel)
  link.answerWith(() => refused(refuse('changed', 'look-again', { about: 'd1' })))
  fireEvent.click(screen.getByRole('button', key))
  link.put(['device/d1', { ...panel, name: 'V08 新屏' }])
  type('V08 门口')
  fireEvent.click(save())
  expect(link.sent.at(-1)).toMatchObject({ from: 'V08' })
  expect((await screen.findByRole('alert')).textContent).toBe('别人刚改过，先看新的')
  expect(screen.getByLabelText('设备名字')).toHaveProperty('value', 'V08 门口')
})

it('is a name and no key for others, and of the hub’s own readers', async () => {
  await begin('desk', panel)
  expect(screen.queryByRole('button', key)).toBeNull()
  close()
  await begin('manager', { id: 'd2', name: 'x', kind: 'reader', own: true, online: true })
  expect(screen.queryByRole('button', { name: /改名/ })).toBeNull()
})

it('says that nobody plays what is queued, where songs are sung and no player is paired', async () => {
  const { link } = await begin('manager', panel)
  expect(await screen.findByText(/还没有点歌机/)).toBeTruthy()
  link.put(['device/p1', { id: 'p1', name: '点歌机', kind: 'player', online: false, unpaired: true }])
  expect(screen.getByText(/还没有点歌机/)).toBeTruthy()
  link.put(['device/p1', { id: 'p1', name: '点歌机', kind: 'player', online: false, room: 'v08' }])
  const others = link.all('room').length - 1
  expect(await screen.findByText(`◆ ${others}间包厢没有点歌机：歌单排着，没人放歌`)).toBeTruthy()
  // One without a room plays in all of them.
  link.put(['device/p2', { id: 'p2', name: '点歌机', kind: 'player', online: false }])
  await waitFor(() => expect(screen.queryByText(/没有点歌机/)).toBeNull())
})

it('asks for a card format only where members have cards', async () => {
  const reader: DeviceView = { id: 'd3', name: '门口', kind: 'reader', online: true }
  const format = { name: '设置读卡格式' }
  const { link } = await begin('manager', reader)
  expect(screen.getByRole('button', format)).toBeTruthy()
  const [venue] = rooms
  link.put(['venue', { ...venue[1], cards: false }])
  await waitFor(() => expect(screen.queryByRole('button', format)).toBeNull())
})
