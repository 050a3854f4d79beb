import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { close, show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { byFloor } from '../state/rooms.ts'
import { PairRound } from './pair-round.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function begin(onlyHere = false) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', { ...self('manager'), ...(onlyHere && { onlyHere: true }) }])
  for (const { id, kind } of link.all('device')) if (kind === 'panel') link.drop(`device/${id}`)
  let next: 'right' | 'bad-code' | 'pin-again' = 'right'
  let made = 0
  link.answerWith(command => {
    if (command.type !== 'ConfirmPairing') return undefined
    if (next !== 'right') return refused(refuse(next, 'try-again'))
    made += 1
    return done({ device: `new${made}` })
  })
  const order = byFloor(link.all('room')).flatMap(([, own]) => own.map(({ name }) => name))
  const house = await show(link, <PairRound onClose={() => undefined} />)
  for (const digit of '123456') fireEvent.keyDown(document, { key: digit })
  const field = await screen.findByLabelText<HTMLInputElement>('设备上的六个字母')
  const type = (value: string) => fireEvent.input(field, { target: { value } })
  const chosen = () => within(screen.getByRole('group')).getByRole('button', { pressed: true }).textContent
  const pairings = () => link.sent.filter(command => command.type === 'ConfirmPairing')
  const answer = (how: typeof next) => {
    next = how
  }
  await waitFor(() => expect(document.activeElement).toBe(field))
  return { link, house, order, field, type, chosen, pairings, answer }
}

it('takes the PIN once, then six letters a tablet and not a tap more, room after room', async () => {
  const { order, field, type, chosen, pairings } = await begin()
  for (const [at, code] of ['bcdfgh', 'JKLMNP', 'QRSTVW'].entries()) {
    expect(chosen()).toBe(order[at])
    type(code)
    await waitFor(() => expect(pairings()).toHaveLength(at + 1))
    await waitFor(() => expect(field.value).toBe(''))
    expect(document.activeElement).toBe(field)
    expect(pairings()[at]).toEqual({
      type: 'ConfirmPairing',
      code: code.toUpperCase(),
      name: order[at],
      kind: 'panel',
      room: expect.any(String),
    })
  }
})

it('pairs a second panel where every room has one: six letters, then the room', async () => {
  const { link, order, field, type, pairings } = await begin()
  for (const { id } of link.all('room'))
    link.put([`device/p-${id}`, { id: `p-${id}`, name: id, kind: 'panel', room: id, online: true }])
  await waitFor(() => expect(within(screen.getByRole('group')).queryByRole('button', { pressed: true })).toBeNull())
  type('BCDFGH')
  expect(pairings()).toEqual([])
  const [first = ''] = order
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${first}`) }))
  await waitFor(() => expect(pairings()).toMatchObject([{ code: 'BCDFGH', name: first }]))
  await waitFor(() => expect(field.value).toBe(''))
})

it('goes on from the room that was chosen instead, and takes a wrong one back', async () => {
  const { link, order, type, chosen, pairings } = await begin()
  const [first = '', , , fourth = '', fifth = ''] = order
  fireEvent.click(screen.getByRole('button', { name: fourth }))
  type('BCDFGH')
  await waitFor(() => expect(chosen()).toBe(fifth))
  fireEvent.click(screen.getByRole('button', { name: '不对，重来' }))
  expect(link.sent.at(-1)).toEqual({ type: 'RevokeDevice', device: 'new1' })
  expect(chosen()).toBe(fourth)
  expect(pairings()).toHaveLength(1)
  expect(screen.getByRole('button', { name: first }).textContent).toBe(first)
})

it('says what was wrong and waits for the letters again; asks for the PIN where the hub wants it', async () => {
  const { answer, field, type, pairings } = await begin()
  answer('bad-code')
  type('BCDFGH')
  await screen.findByText(/核对/)
  expect(field.value).toBe('')
  expect(document.activeElement).toBe(field)
  // No letter of any code.
  type('AEIOU1')
  expect(field.value).toBe('')
  answer('pin-again')
  type('BCDFGH')
  await screen.findByText('停了一会儿，请再输一次PIN')
  expect(pairings()).toHaveLength(2)
})

it('says what was wrong, and why the PIN is asked for, in the language that is chosen meanwhile', async () => {
  const { house, answer, type } = await begin()
  answer('bad-code')
  type('BCDFGH')
  await screen.findByText('号码不对，请核对')
  await house.chooseLanguage('en')
  expect(await screen.findByText('Wrong code. Check it')).toBeTruthy()
  answer('pin-again')
  type('BCDFGH')
  await screen.findByText('It was left too long: type the PIN once more')
  await house.chooseLanguage('zh-Hans')
  expect(await screen.findByText('停了一会儿，请再输一次PIN')).toBeTruthy()
})

it('sends nobody to an address that opens on the hub’s own machine alone, and says how to let tablets in', async () => {
  await begin()
  expect(screen.getByText(/^在平板上打开/)).toBeTruthy()
  expect(screen.queryByText(/HOST=/)).toBeNull()
  close()
  await begin(true)
  expect(screen.queryByText(/^在平板上打开/)).toBeNull()
  expect(screen.getByText(`${location.origin} 只有这台主机打得开，别的设备连不上`)).toBeTruthy()
  expect(screen.getByText(/HOST=0\.0\.0\.0/)).toBeTruthy()
})

it('ends with the dialog', async () => {
  const { link } = await begin()
  close()
  await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'EndPairing' }))
})
