import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import type { House } from '../state/house.ts'
import { PairForm } from './pair-form.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House

it.each([
  ['V08', 'V08', { room: expect.any(String) }],
  ['所有包厢', '歌单', {}],
])('pairs a player with %s', async (chosen, name, stands) => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  link.answerWith(command => (command.type === 'ConfirmPairing' ? done({ device: 'new' }) : undefined))
  house = await show(link, <PairForm onClose={() => undefined} />)
  const key = (word: string) => screen.getByRole<HTMLButtonElement>('button', { name: word })
  fireEvent.input(screen.getByLabelText('设备上的六个字母'), { target: { value: 'bcdfgh' } })
  expect(screen.queryByRole('button', { name: '所有包厢' })).toBeNull()
  fireEvent.click(key('点歌机'))
  expect(key('下一步').disabled).toBe(true)
  fireEvent.click(key(chosen))
  if (!('room' in stands)) fireEvent.input(screen.getByLabelText('设备名字'), { target: { value: name } })
  fireEvent.click(key('下一步'))
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  await waitFor(() => expect(link.sent.some(({ type }) => type === 'ConfirmPairing')).toBe(true))
  expect(link.sent.find(({ type }) => type === 'ConfirmPairing')).toEqual({
    ...{ type: 'ConfirmPairing', code: 'BCDFGH', name, kind: 'player', pin: '123456' },
    ...stands,
  })
})

it('says beside the letters that they were wrong, and keeps the rest', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  link.answerWith(command =>
    command.type === 'ConfirmPairing' && command.code === 'BCDFGH'
      ? refused(refuse('bad-code', 'try-again'))
      : done({ device: 'new' }),
  )
  house = await show(link, <PairForm onClose={() => undefined} />)
  const letters = () => screen.getByLabelText<HTMLInputElement>('设备上的六个字母')
  const next = () => screen.getByRole<HTMLButtonElement>('button', { name: '下一步' })
  fireEvent.input(letters(), { target: { value: 'bcdfgh' } })
  fireEvent.click(screen.getByRole('button', { name: 'V08' }))
  fireEvent.input(screen.getByLabelText('设备名字'), { target: { value: '门口' } })
  fireEvent.click(next())
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  expect(await screen.findByText('号码不对，请核对')).toBeTruthy()
  expect(house.notices.shown.value).toEqual([])
  expect(letters().value).toBe('BCDFGH')
  fireEvent.input(letters(), { target: { value: 'bcdfgk' } })
  expect(screen.queryByText('号码不对，请核对')).toBeNull()
  fireEvent.click(next())
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  await waitFor(() => expect(link.sent.filter(({ type }) => type === 'ConfirmPairing')).toHaveLength(2))
  expect(link.sent.at(-1)).toMatchObject({ code: 'BCDFGK', room: 'v08', name: '门口' })
})

it('says that they were wrong in the language that is chosen meanwhile', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  link.answerWith(() => refused(refuse('bad-code', 'try-again')))
  house = await show(link, <PairForm onClose={() => undefined} />)
  fireEvent.input(screen.getByLabelText('设备上的六个字母'), { target: { value: 'bcdfgh' } })
  fireEvent.click(screen.getByRole('button', { name: 'V08' }))
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  await screen.findByText('号码不对，请核对')
  await house.chooseLanguage('en')
  expect(await screen.findByText('Wrong code. Check it')).toBeTruthy()
})

it('says of a second panel which one stands there already and when it was there, and turns the old one off if asked to', async () => {
  const link = createFakeLink('c1', tonight)
  const old = { id: 'd9', name: 'V08 旧屏', kind: 'panel', room: 'v08', online: false, lastSeenAt: tonight - 7_200_000 }
  link.put(...rooms, ['self', self('manager')], ['device/d9', old])
  link.answerWith(command => (command.type === 'ConfirmPairing' ? done({ device: 'new' }) : undefined))
  house = await show(link, <PairForm onClose={() => undefined} />)
  fireEvent.input(screen.getByLabelText('设备上的六个字母'), { target: { value: 'bcdfgh' } })
  fireEvent.click(screen.getByRole('button', { name: /^V08/ }))
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  await waitFor(() => expect(house.notices.question.value).toBeDefined())
  const { title, text, onYes } = house.notices.question.value ?? {}
  expect(title).toBe('V08 有两块包厢屏')
  expect(text).toMatch(/^V08 旧屏 · .*2/)
  onYes?.()
  expect(link.sent.at(-1)).toEqual({ type: 'RevokeDevice', device: 'd9' })
})

it('says where no other device can open the hub that none can show letters, and how to let them in', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', { ...self('manager'), onlyHere: true }])
  house = await show(link, <PairForm onClose={() => undefined} />)
  expect(screen.getByText(/别的设备连不上/)).toBeTruthy()
  expect(screen.getByText(/HOST=0\.0\.0\.0/)).toBeTruthy()
})
