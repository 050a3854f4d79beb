import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { call, self, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a room’s sheet at a station where nobody is signed in', () => {
  test('says what wants a PIN, lets somebody sign in for it, and stays open for them', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.screen.value = 'floor'
    house.openRoom.value = 'v08'
    const sheet = await screen.findByRole('dialog', { name: /V08/ })
    expect(within(sheet).queryByRole('button', { name: '代客下单' })).toBeNull()
    fireEvent.click(within(sheet).getByRole('button', { name: '登录后可代客下单、赠送、续时' }))
    expect(screen.getByRole('group', { name: '谁在值班' })).toBeTruthy()
    link.put(['self', self('floor', 'floor')])
    expect(await within(sheet).findByRole('button', { name: '代客下单' })).toBeTruthy()
    expect(within(sheet).queryByRole('button', { name: /登录后/ })).toBeNull()
    expect([house.openRoom.value, house.screen.value]).toEqual(['v08', 'floor'])
    // Whoever comes after them finds nothing of theirs.
    link.put(['self', self(undefined, 'floor')])
    await waitFor(() => expect(house.openRoom.value).toBeUndefined())
  })
})

test('买单 asks about everything in one breath: what nobody keyed in, and a room charge by a clock that is wrong', async () => {
  const { link, house } = await open('manager')
  const waits = new Set(link.all('order').flatMap(({ visit, status }) => (status === 'placed' ? [visit] : [])))
  const visit = link.all('visit').find(one => one.status === 'open' && !waits.has(one.id))
  if (!visit?.money) throw new Error('nobody is in')
  const money = { ...visit.money, doubtful: true, unticked: ['o1'] } as const
  link.put([`visit/${visit.id}`, { ...visit, money }])
  house.openRoom.value = visit.room
  const sheet = await screen.findByRole('dialog')
  expect(within(sheet).getByText(/房费不准/)).toBeTruthy()
  fireEvent.click(within(sheet).getByRole('button', { name: '买单' }))
  const asked = await screen.findByRole('dialog', { name: '买单' })
  expect(asked.textContent).toMatch(/房费不准[\s\S]*没录收银/)
})

test('关房 says what becomes of the calls that nobody answered, and what of the complaint', async () => {
  const { link, house } = await open('desk')
  const party = { room: 'a08', visit: 'p1' }
  const complaint = { kind: 'complaint', category: 'audio' } as const
  link.put(
    call('ice', { ...party, what: { kind: 'service', service: 'ice' }, severity: 'info' }),
    call('cups', { ...party, what: { kind: 'service', service: 'cups' }, severity: 'info', status: 'acknowledged' }),
    call('sound', { ...party, what: complaint, severity: 'critical', status: 'acknowledged' }),
    call('before', { ...party, what: complaint, severity: 'critical', status: 'resolved' }),
  )
  house.openRoom.value = 'a08'
  fireEvent.click(await screen.findByRole('button', { name: '关房' }))
  const asked = await screen.findByRole('dialog', { name: '关房' })
  expect(asked.textContent).toContain('没办好的2个呼叫会撤掉，早报里照记。')
  expect(asked.textContent).toContain('没解决的1个投诉不撤，留在现场等人处理。')
})

test('人数 stays open until the hub counted them, and says why it did not', async () => {
  const { link, house } = await open('desk')
  house.openRoom.value = 'v05'
  const sheet = within(await screen.findByRole('dialog', { name: /V05/ }))
  fireEvent.click(sheet.getByRole('button', { name: '人数' }))
  fireEvent.click(sheet.getByRole('button', { name: '加 人数' }))
  link.answerWith(() => refused(refuse('visit-closed', 'look-again')))
  fireEvent.click(sheet.getByRole('button', { name: '保存' }))
  expect((await sheet.findByRole('alert')).textContent).toBe('开台已结束，请刷新包厢')
  expect(house.notices.shown.value).toEqual([])
  link.answerWith(() => done())
  fireEvent.click(sheet.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sheet.queryByRole('button', { name: '保存' })).toBeNull())
  expect(link.sent.map(({ type }) => type)).toEqual(['CountParty', 'CountParty'])
})

test.each([
  ['改计费', '改计费', /大房计时|包段|计时|买断/, 'ChangeTariff'],
  ['服务员', '服务员', /小陈|阿May|小美/, 'SetAttendant'],
  ['订房人', '订房人', /小陈/, 'SetBooker'],
])('%s stays open until the hub answered, and says why it did not', async (key, group, choice, type) => {
  const { link, house } = await open('desk')
  const visit = link.get('visit', 'p3')
  if (!visit) throw new Error('nobody is in')
  const { attendant: _whoever, ...rest } = visit
  link.put(['visit/p3', { ...rest, terms: { ...visit.terms, tariff: 't1b' }, openedAnewUntil: tonight + 60_000 }])
  house.openRoom.value = 'v05'
  const sheet = within(await screen.findByRole('dialog', { name: /V05/ }))
  fireEvent.click(sheet.getByRole('button', { name: key }))
  const chip = () => within(sheet.getByRole('group', { name: group })).getAllByRole('button', { name: choice })[0]
  const tapped = () => {
    const one = chip()
    if (one) fireEvent.click(one)
  }
  let answer: (given: Answer) => void = () => undefined
  const tap = vi.spyOn(link, 'tap').mockImplementation(
    () =>
      new Promise<Answer>(given => {
        answer = given
      }),
  )
  tapped()
  await waitFor(() => expect(chip()?.getAttribute('aria-busy')).toBe('true'))
  tapped()
  answer(refused(refuse('visit-closed', 'look-again')))
  expect((await sheet.findByRole('alert')).textContent).toBe('开台已结束，请刷新包厢')
  expect(house.notices.shown.value).toEqual([])
  tapped()
  answer(done())
  await waitFor(() => expect(sheet.queryByRole('group', { name: group })).toBeNull())
  expect(tap.mock.calls.map(([command]) => command.type)).toEqual([type, type])
})

test('订房人 is not oneself, nor another than is said already, but for who leads', async () => {
  const keyFor = async (role: 'desk' | 'manager', booker?: string) => {
    const { link, house } = await open(role)
    const { booker: _whoever, ...visit } = link.get('visit', 'p3') ?? {}
    link.put(['visit/p3', { ...visit, ...(booker !== undefined && { booker }) }])
    house.openRoom.value = 'v05'
    const sheet = within(await screen.findByRole('dialog', { name: /V05/ }))
    return { link, sheet, key: sheet.queryByRole('button', { name: '订房人' }) }
  }
  const desk = await keyFor('desk')
  if (desk.key) fireEvent.click(desk.key)
  const group = within(desk.sheet.getByRole('group', { name: '订房人' }))
  expect(group.getByRole('button', { name: '小陈' })).toBeDefined()
  expect(group.queryByRole('button', { name: '小美' })).toBeNull()
  cleanup()
  expect((await keyFor('desk', 's2')).key).toBeNull()
  cleanup()
  const lead = await keyFor('manager', 's2')
  lead.link.answerWith(() => done())
  if (lead.key) fireEvent.click(lead.key)
  fireEvent.click(within(lead.sheet.getByRole('group', { name: '订房人' })).getByRole('button', { name: '没有指定' }))
  await waitFor(() => expect(lead.link.sent).toEqual([{ type: 'SetBooker', visit: 'p3' }]))
})

test('what is no amount is neither given nor made a rule', async () => {
  const { link, house } = await open('manager')
  house.openRoom.value = 'v08'
  const sheet = within(await screen.findByRole('dialog', { name: /V08/ }))
  fireEvent.click(sheet.getByRole('button', { name: '点单规则' }))
  fireEvent.click(sheet.getByRole('button', { name: '超额先问' }))
  const save = sheet.getByRole('button', { name: '保存' })
  fireEvent.input(sheet.getByLabelText('超过多少先问'), { target: { value: '1e3' } })
  expect(save).toHaveProperty('disabled', true)
  fireEvent.input(sheet.getByLabelText('超过多少先问'), { target: { value: '1000' } })
  fireEvent.click(save)
  expect(link.sent).toMatchObject([{ type: 'SetOrderRule', rule: { kind: 'above', amount: 100_000 } }])
  fireEvent.click(sheet.getByRole('button', { name: '赠送' }))
  const comp = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
  fireEvent.click(comp.getByRole('button', { name: '减免' }))
  fireEvent.click(comp.getByRole('button', { name: '投诉补偿' }))
  fireEvent.input(comp.getByLabelText('金额'), { target: { value: '1,5' } })
  expect(comp.getByRole('button', { name: '下一步' })).toHaveProperty('disabled', true)
})

describe('a room that was opened by mistake', () => {
  test('is given back by a key that is there while it can be, after one question', async () => {
    const { link, house } = await open('desk')
    house.openRoom.value = 'v05'
    const sheet = within(await screen.findByRole('dialog', { name: /V05/ }))
    const key = () => sheet.queryByRole('button', { name: '撤销开台' })
    expect(key()).toBeNull()
    const put = (undoOpenUntil: number) => {
      const visit = link.get('visit', 'p3')
      if (visit) link.put(['visit/p3', { ...visit, undoOpenUntil }])
    }
    put(tonight)
    expect(key()).toBeNull()
    put(tonight + 60_000)
    fireEvent.click(await sheet.findByRole('button', { name: '撤销开台' }))
    const asked = await screen.findByRole('dialog', { name: '撤销开台' })
    expect(asked.textContent).toMatch(/V05.*早报不记/)
    expect(link.sent).toEqual([])
    fireEvent.click(within(asked).getByRole('button', { name: '撤销开台' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'UndoOpen', visit: 'p3' }]))
  })
})

test('并房 offers the rooms in the order of the floor, however the parties came', async () => {
  const { house } = await open('manager')
  house.openRoom.value = 'v05'
  const sheet = await screen.findByRole('dialog', { name: /V05/ })
  fireEvent.click(within(sheet).getByRole('button', { name: '并房' }))
  const offered = within(screen.getByRole('group', { name: '并到哪一间' })).getAllByRole('button')
  expect(offered.map(chip => chip.textContent?.slice(0, 3))).toEqual(['V01', 'V08', 'A01', 'A05'])
})

test('并房 that the hub refuses says why where it was chosen, and is over once it is done', async () => {
  const { link, house } = await open('manager')
  house.openRoom.value = 'v08'
  const sheet = within(await screen.findByRole('dialog', { name: /V08/ }))
  const merge = async () => {
    fireEvent.click(sheet.getByRole('button', { name: /^V01/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'V08 并到 V01' }))
  }
  fireEvent.click(sheet.getByRole('button', { name: '并房' }))
  link.answerWith(() => refused(refuse('visit-closed', 'look-again')))
  await merge()
  expect(await sheet.findByText(/开台已结束/)).toBeTruthy()
  expect(sheet.getByRole('group', { name: '并到哪一间' })).toBeTruthy()
  link.answerWith(() => done())
  await merge()
  await waitFor(() => expect(sheet.queryByRole('group', { name: '并到哪一间' })).toBeNull())
  expect(link.sent).toEqual([
    { type: 'MergeVisits', from: 'p2', into: 'p4' },
    { type: 'MergeVisits', from: 'p2', into: 'p4' },
  ])
})
