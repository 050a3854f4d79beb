import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { close, show } from '../app.testing.tsx'
import { pressOn } from '../shell/steady-hand.ts'
import { putBack, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import type { House } from '../state/house.ts'
import { WaitingDevices } from './waiting-devices.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House

async function begin(role: 'manager' | 'desk' = 'manager') {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...putBack, ['self', self(role)])
  let round = false
  link.answerWith(command => {
    if (command.type === 'StartPairing') round = command.pin === '123456'
    if (command.type === 'StartPairing' && !round) return refused(refuse('wrong-pin', 'try-again'))
    const lets = command.type === 'ReadmitDevice' && (command.pin === '123456' || (round && command.device !== 'd1'))
    return command.type === 'ReadmitDevice' && !lets ? refused(refuse('pin-again', 'try-again')) : done()
  })
  house = await show(link, <WaitingDevices />)
  const sent = () => link.sent.filter(({ type }) => type === 'ReadmitDevice')
  const pin = async () => {
    for (const digit of '123456') fireEvent.click(await screen.findByRole('button', { name: digit }))
  }
  return { link, sent, pin }
}

it('lists each with its room, its last hour and its letters, to whoever may let it in', async () => {
  await begin()
  const rows = within(screen.getByRole('region', { name: '等着恢复' })).getAllByRole('listitem')
  expect(rows).toHaveLength(4)
  expect(rows.map(row => row.textContent).join()).toMatch(/V01.*最后在线.*BDKTVX.*QRSTVW.*KLMNPZ.*迎宾屏 1.*GHJKLM/s)
  close()
  await begin('desk')
  expect(screen.queryByRole('region')).toBeNull()
})

it('takes one tap a tablet after one PIN, and a PIN for each that is none', async () => {
  const { link, sent, pin } = await begin()
  const tap = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  tap(/恢复 V01/)
  await screen.findByText('输一次 PIN；十分钟内平板不用再输')
  await pin()
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent().at(-1)).toEqual({ type: 'ReadmitDevice', device: 'pav01', code: 'BDKTVX' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  tap(/恢复 V02/)
  await waitFor(() => expect(sent()).toHaveLength(3))
  expect(screen.queryByRole('dialog')).toBeNull()
  tap(/恢复 迎宾屏/)
  await pin()
  await waitFor(() => expect(sent().at(-1)).toMatchObject({ device: 'd1', code: 'GHJKLM', pin: '123456' }))
  close()
  await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'EndPairing' }))
})

it('lets a second tap on no row that came up under it', async () => {
  await begin()
  for (const key of screen.getAllByRole('button', { name: /恢复/ })) expect(pressOn(key, 0, 0)).toBeDefined()
})

it('says when the letters are others by now', async () => {
  const { link, sent } = await begin()
  link.answerWith(({ type }) => (type === 'ReadmitDevice' ? refused(refuse('code-expired', 'look-again')) : done()))
  fireEvent.click(screen.getByRole('button', { name: /恢复 V01/ }))
  await waitFor(() => expect(sent()).toHaveLength(1))
  await waitFor(() => expect(house.notices.shown.value).toMatchObject([{ bad: true }]))
})
