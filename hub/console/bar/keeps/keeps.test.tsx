import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, done, refused } from '../../../../shared/protocol/answer.ts'
import { type Refusal, refuse } from '../../../../shared/protocol/refusals.ts'
import type { Role, Station } from '../../../../shared/protocol/words.ts'
import { show } from '../../app.testing.tsx'
import { call, inside, house as rooms, self, ticket, tonight } from '../../stage/evening.ts'
import { createFakeLink } from '../../stage/fake-link.ts'
import { keepsOf } from '../../stage/keeps.ts'
import { Bar } from '../bar.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function bar(role?: Role, station?: Station) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self(role, station)])
  link.answerQueries(query => (query.type === 'Keeps' ? keepsOf(query) : { state: 'no-paper' }))
  link.answerWith(command => (command.type === 'StoreKeep' ? done({ keep: 'k9', label: 'K-3306' }) : done()))
  return { link, house: await show(link, <Bar />) }
}

const press = (name: string | RegExp, within_ = screen.getByRole('dialog', { name: '存酒' })) =>
  fireEvent.click(within(within_).getByRole('button', { name }))
const type = (digits: string) => {
  for (const digit of digits) fireEvent.keyDown(document.body, { key: digit })
}
const bottle = async (label: string): Promise<HTMLElement> => {
  const found = (await screen.findByText(label)).closest('article')
  if (!found) throw new Error(`no bottle ${label}`)
  return found
}
const openShelf = () => fireEvent.click(screen.getByRole('button', { name: '存酒' }))

describe('取存酒 from a room', () => {
  const wanted = call('q9', { what: { kind: 'service', service: 'keep' }, severity: 'info' })

  test('is a ticket of the bar, and what two people draw for it answers the call', async () => {
    const { link } = await bar('bar')
    link.put(wanted)
    const ticket = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-slice-key="request/q9"]')
      if (!found) throw new Error('no ticket')
      return found
    })
    press('取酒', ticket)
    press('取酒', await bottle('K-0427'))
    press(/^减/)
    press('取5成')
    type('111111')
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
    const drawn = { type: 'DrawKeep', keep: 'k1', visit: 'p2', tenths: 5, had: 6, request: 'q9', pin: '111111' }
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ ...drawn, second: { staff: 's2', pin: '222222' } }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '存酒' })).toBeNull())
  })

  test('is drawn for one of the rooms in the order of the floor, and kept from one so', async () => {
    await bar('bar')
    const rooms = (name: string) =>
      within(screen.getByRole('group', { name }))
        .getAllByRole('button')
        .flatMap(chip => chip.textContent?.match(/^[VA]\d+/)?.[0] ?? [])
    openShelf()
    press('取酒', await bottle('K-0427'))
    const inOrder = ['V01', 'V05', 'V08', 'A01', 'A05', 'A08']
    expect(rooms('取给哪个包厢')).toEqual(inOrder)
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    openShelf()
    fireEvent.click(await screen.findByRole('button', { name: '存一瓶' }))
    expect(rooms('谁的酒')).toEqual(inOrder)
  })

  test('that is another guest’s says so before anybody types a PIN; who answers for the house may draw it', async () => {
    const { link } = await bar('bar')
    link.put(wanted)
    const heading = () => screen.getByRole('heading', { level: 2, name: /存酒$/ }).textContent
    press('取酒', await waitFor(() => screen.getByText('取存酒').closest('article') ?? document.body))
    expect(heading()).toBe('V08 · 这桌的存酒')
    press('看全部存酒')
    expect(heading()).toBe('全部存酒')
    press('取酒', await bottle('K-5093'))
    expect(screen.getByRole('alert').textContent).toBe('是别的客人的酒，要经理来取')
    expect(screen.getByRole('button', { name: '取10成' })).toHaveProperty('disabled', true)
    link.put(['self', self('manager')])
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByRole('button', { name: '取10成' })).toHaveProperty('disabled', false)
  })

  test('is answered from the shelf where nothing of theirs stands on it', async () => {
    const { link } = await bar('bar')
    link.put(wanted)
    const none = () => screen.queryByRole('button', { name: '回客人：没有存酒' })
    press('取酒', await waitFor(() => screen.getByText('取存酒').closest('article') ?? document.body))
    await bottle('K-0427')
    expect(none()).toBeNull()
    press('看全部存酒')
    await bottle('K-5093')
    expect(none()).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    link.answerQueries(() => ({ keeps: [], more: false, counts: { all: 0, soon: 0, expired: 0 } }))
    press('取酒', screen.getByText('取存酒').closest('article') ?? document.body)
    await screen.findByText('这桌没有存酒，看看标签')
    press('回客人：没有存酒')
    expect(link.sent).toEqual([{ type: 'ResolveRequest', request: 'q9', outcome: 'not-possible' }])
    expect(screen.queryByRole('dialog', { name: '存酒' })).toBeNull()
    openShelf()
    await screen.findByText('没有存酒')
    expect(none()).toBeNull()
  })

  /** Two PINs for a bottle, to which the hub says this. */
  async function takeWithTwo(no: Refusal): Promise<void> {
    const { link } = await bar('bar')
    openShelf()
    link.answerWith(() => refused(no))
    press('取酒', await bottle('K-0427'))
    press(/^V08/)
    press('取6成')
    type('111111')
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
  }

  test('asks for one’s own PIN again where that was the wrong one', async () => {
    await takeWithTwo(refuse('wrong-pin', 'try-again', { about: 's5' }))
    expect(await screen.findByText('PIN不对，请再输一次')).toBeTruthy()
    expect(screen.getByText('老周，输入六位PIN')).toBeTruthy()
  })

  test('asks for another second person where one of the two set the other’s PIN', async () => {
    await takeWithTwo(refuse('one-hand', 'choose-other', { about: 's3' }))
    expect(await screen.findByText('两个PIN可能出自同一人：换个人，或请老板重设')).toBeTruthy()
    expect(screen.getByRole('button', { name: '小陈' })).toBeTruthy()
    // Nobody is their own second person.
    expect(screen.queryByRole('button', { name: '老周' })).toBeNull()
  })

  test('of nobody for a table that did not leave it wants the number of the label in the hand', async () => {
    const { link, house } = await bar('manager')
    link.answerWith(() => refused(refuse('wrong-label', 'try-again', { about: 'k3' })))
    openShelf()
    press('取酒', await bottle('K-2210'))
    press(/^V08/)
    expect(screen.getByRole('button', { name: '取3成' })).toHaveProperty('disabled', true)
    fireEvent.input(screen.getByLabelText('输瓶上的标签号'), { target: { value: 'k-22 10' } })
    press('取3成')
    type('111111')
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
    await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ type: 'DrawKeep', keep: 'k3', label: 'K-2210' }))
    // The wrong number is typed again, not the PINs alone.
    expect(await screen.findByLabelText('输瓶上的标签号')).toBeTruthy()
    expect(house.notices.shown.value.map(({ text }) => text)).toContain('标签号不对，看瓶上再输')
  })

  test('that others drew from meanwhile says so, and shows the shelf as it is now', async () => {
    const { link, house } = await bar('bar')
    openShelf()
    press('取酒', await bottle('K-0427'))
    press(/^V08/)
    press('取6成')
    const fresh = { ...keepsOf({ type: 'Keeps', of: 'all' }) }
    const keeps = fresh.keeps.map(keep => (keep.id === 'k1' ? { ...keep, tenths: 2 } : keep))
    link.answerQueries(() => ({ ...fresh, keeps }))
    link.answerWith(() => refused(refuse('changed', 'look-again', { about: 'k1' })))
    type('111111')
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
    const row = await bottle('K-0427')
    await waitFor(() => expect(within(row).getByText('剩2成')).toBeTruthy())
    expect(house.notices.shown.value.map(({ text }) => text)).toContain('别人刚改过，先看新的')
    press('取酒', row)
    expect(screen.getByRole('button', { name: '取2成' })).toBeTruthy()
  })

  test('at a station wants a person first', async () => {
    await bar(undefined, 'bar')
    openShelf()
    press('取酒', await bottle('K-0427'))
    expect(screen.getByText('取酒要两个人，先用您的PIN登录')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '存一瓶' })).toBeNull()
  })
})

describe('the shelf', () => {
  test('takes a bottle of a party’s, and shows the label that is stuck on it', async () => {
    const { link } = await bar('bar')
    openShelf()
    fireEvent.click(await screen.findByRole('button', { name: '存一瓶' }))
    press(/^V08/)
    press(/^散客/)
    fireEvent.click(screen.getAllByRole('button', { name: /^就这款/ })[0] ?? document.body)
    fireEvent.input(screen.getByLabelText('放哪个架位'), { target: { value: 'b-12' } })
    press('180天')
    press('存好，出标签')
    const stored = { type: 'StoreKeep', visit: 'p2', item: 'i1', tenths: 5, shelf: 'B-12', days: 180 }
    await waitFor(() => expect(link.sent.at(-1)).toEqual(stored))
    expect(await screen.findByText('K-3306')).toBeTruthy()
    expect(screen.getByText('凭此标签取酒，过期归店')).toBeTruthy()
  })

  test('names on list and label the business day that the hub named, not the calendar’s of its end', async () => {
    const { link } = await bar('bar')
    const ends = { expiresAt: Date.parse('2026-12-20T22:00Z'), storedOn: '2026-11-20', lastDay: '2026-12-20' }
    link.answerWith(() => done({ keep: 'k9', label: 'K-3306', ...ends }))
    openShelf()
    // 2 January is over at 06:00 on the third.
    expect(within(await bottle('K-0427')).getByText('到2027年1月2日')).toBeTruthy()
    await storeOne()
    expect(await screen.findByText('到2026年12月20日')).toBeTruthy()
    expect(screen.getByText('2026年11月20日存入')).toBeTruthy()
  })

  /** Fills in what is stored and presses the key. */
  async function storeOne() {
    fireEvent.click(await screen.findByRole('button', { name: '存一瓶' }))
    press(/^V08/)
    fireEvent.click(screen.getAllByRole('button', { name: /^就这款/ })[0] ?? document.body)
    fireEvent.input(screen.getByLabelText('放哪个架位'), { target: { value: 'b-12' } })
    press('存好，出标签')
  }

  test('asks before the same bottle is stored a second time, and stores another only when told to', async () => {
    const { link, house } = await bar('bar')
    const sures: boolean[] = []
    link.answerWith((_command, sure) => {
      sures.push(sure)
      return done(sure ? { keep: 'k8', label: 'K-7777' } : { keep: 'k9', label: 'K-3306', already: true })
    })
    openShelf()
    await storeOne()
    await waitFor(() => expect(house.notices.question.value?.title).toBe('K-3306 刚存过'))
    expect(house.notices.shown.value).toEqual([])
    house.notices.answer(true)
    expect(await screen.findByText('K-7777')).toBeTruthy()
    expect(sures).toEqual([false, true])
  })

  test('shows the label that there is when it was that one', async () => {
    const { link, house } = await bar('bar')
    link.answerWith(() => done({ keep: 'k9', label: 'K-3306', already: true }))
    openShelf()
    await storeOne()
    await waitFor(() => expect(house.notices.question.value).toBeDefined())
    house.notices.answer(false)
    expect(await screen.findByText('K-3306')).toBeTruthy()
    expect(link.sent.filter(({ type }) => type === 'StoreKeep')).toHaveLength(1)
  })

  test('says that it was not brought to that table, and keeps it with two people’s PINs', async () => {
    const { link, house } = await bar('bar')
    link.answerWith(command =>
      command.type === 'StoreKeep' && command.second === undefined
        ? refused(refuse('not-brought', 'ask-manager', { about: 'i1' }))
        : done({ keep: 'k9', label: 'K-3306' }),
    )
    openShelf()
    await storeOne()
    expect(await screen.findByText('V08 没出过这么多，或已经存过。别的晚上剩的、赠送的，要两个人一起存。')).toBeTruthy()
    expect(house.notices.shown.value).toEqual([])
    for (const digit of '111111') press(digit)
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
    const second = { staff: 's2', pin: '222222' }
    await waitFor(() =>
      expect(link.sent.at(-1)).toMatchObject({ type: 'StoreKeep', shelf: 'B-12', pin: '111111', second }),
    )
    expect(await screen.findByText('K-3306')).toBeTruthy()
  })

  test('says so also to who went on to something else before the hub answered', async () => {
    const { link, house } = await bar('bar')
    let answer: (given: Answer) => void = () => undefined
    vi.spyOn(link, 'tap').mockReturnValue(
      new Promise(given => {
        answer = given
      }),
    )
    openShelf()
    await storeOne()
    press('返回')
    answer(refused(refuse('not-brought', 'ask-manager')))
    await waitFor(() =>
      expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['本桌没出过这么多，要两个人一起存']),
    )
  })

  test('has what was typed still there for who thinks better of it', async () => {
    const { link } = await bar('bar')
    link.answerWith(() => refused(refuse('not-brought', 'ask-manager')))
    openShelf()
    await storeOne()
    await screen.findByText(/要两个人一起存。$/)
    press('取消')
    expect(screen.getByLabelText('放哪个架位')).toHaveProperty('value', 'B-12')
    expect(link.sent.filter(({ type }) => type === 'StoreKeep')).toHaveLength(1)
  })

  test('offers what was brought to that table, not what is on its way', async () => {
    const { link } = await bar('bar')
    openShelf()
    fireEvent.click(await screen.findByRole('button', { name: '存一瓶' }))
    press(/^V08/)
    const offered = () =>
      screen.queryAllByRole('group', { name: '什么酒' }).flatMap(group =>
        within(group)
          .queryAllByRole('button')
          .map(({ textContent }) => textContent),
      )
    expect(offered()).toEqual(['青岛纯生'])
    const whisky = link.all('order').flatMap(({ lines }) => lines.filter(({ item }) => item === 'i1'))
    link.put(ticket('o99', { status: 'accepted', lines: whisky }))
    expect(offered()).toEqual(['青岛纯生'])
    link.put(ticket('o99', { status: 'delivered', lines: whisky }))
    await waitFor(() => expect(offered()).toHaveLength(2))
  })

  test('shows a bottle that the hub has not heard of yet, so that nobody stores it again', async () => {
    const { link } = await bar('bar')
    link.answerWith(() => undefined)
    openShelf()
    await storeOne()
    press('返回')
    const waiting = await screen.findByText('待发送')
    expect(waiting.closest('li')?.textContent).toMatch(/架位B-12/)
  })

  test('is set right by who answers for the house, with a second person, and gets a new label', async () => {
    const { link, house } = await bar('manager')
    openShelf()
    press('更正', await bottle('K-0427'))
    expect(screen.getByRole('button', { name: '更正，重出标签' })).toHaveProperty('disabled', true)
    press(/^加/)
    fireEvent.input(screen.getByLabelText('放哪个架位'), { target: { value: 'b-21' } })
    press('散客，凭标签')
    press('更正，重出标签')
    type('111111')
    fireEvent.click(await screen.findByRole('button', { name: '小陈' }))
    await screen.findByText('小陈，输入六位PIN')
    type('222222')
    const corrected = { type: 'CorrectKeep', keep: 'k1', had: 6, tenths: 7, shelf: 'B-21', pin: '111111' }
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ ...corrected, second: { staff: 's2', pin: '222222' } }))
    expect(await screen.findByText('凭此标签取酒，过期归店')).toBeTruthy()
    expect(screen.getByText('架位B-21')).toBeTruthy()
    expect(screen.getByText('剩7成')).toBeTruthy()
    expect(screen.getByText('散客，凭标签 · V08')).toBeTruthy()
    expect(house.notices.shown.value.map(({ text }) => text)).toContain('K-0427 已更正')
  })

  test('is taken back by who kept it by mistake, from its label or the list, while it is new and its party here', async () => {
    const { link, house } = await bar('manager')
    openShelf()
    expect(within(await bottle('K-0427')).queryByRole('button', { name: '撤销存酒' })).toBeNull()
    press('撤销存酒', await bottle('K-5093'))
    expect(house.notices.question.value?.text).toBe('青岛纯生 剩10成，不算存过。撕掉瓶上的标签。')
    house.notices.answer(true)
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'UndoKeep', keep: 'k4' }))
    await storeOne()
    await screen.findByText('K-3306')
    press('撤销存酒')
    house.notices.answer(true)
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'UndoKeep', keep: 'k9' }))
    expect(await screen.findByText('K-0427')).toBeTruthy()
    link.drop('visit/p2')
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销存酒' })).toBeNull())
  })

  test('is not taken back by somebody else', async () => {
    await bar('bar')
    openShelf()
    expect(within(await bottle('K-5093')).queryByRole('button', { name: '撤销存酒' })).toBeNull()
  })

  test('is not set right by others', async () => {
    await bar('bar')
    openShelf()
    expect(within(await bottle('K-0427')).queryByRole('button', { name: '更正' })).toBeNull()
  })

  test('says when a bottle’s time is over, keeps it on with a reason, and gives it to the house', async () => {
    const { link, house } = await bar('manager')
    openShelf()
    const over = await bottle('K-2210')
    expect(over.dataset.standing).toBe('expired')
    expect(within(await bottle('K-0427')).queryByRole('button', { name: '归店' })).toBeNull()
    press('归店', over)
    house.notices.question.value?.onYes()
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'ForfeitKeep', keep: 'k3' }))
    press('续存', await bottle('K-2210'))
    expect(screen.getByRole('button', { name: '续存30天' })).toHaveProperty('disabled', true)
    press('客人外出')
    press('续存30天')
    const from = keepsOf({ type: 'Keeps', of: 'expired' }).keeps[0]?.expiresAt
    await waitFor(() =>
      expect(link.sent.at(-1)).toEqual({ type: 'ExtendKeep', keep: 'k3', from, days: 30, reason: 'away' }),
    )
  })

  test('is looked at anew when somebody else drew from it', async () => {
    const { link } = await bar('manager')
    openShelf()
    await bottle('K-0427')
    link.answerQueries(() => ({ keeps: [], more: false, counts: { all: 0, soon: 0, expired: 0 } }))
    link.feed.value = [...link.feed.value, { seq: 9_999, at: tonight, event: 'KeepDrawn' }]
    expect(await screen.findByText('没有存酒')).toBeTruthy()
  })

  test('says what is amiss with the printer of labels', async () => {
    const { link, house } = await bar('manager')
    link.put(['printer', { state: 'well', since: tonight, waiting: 0 }])
    openShelf()
    press('标签', await bottle('K-0427'))
    press('出单机打标签')
    await waitFor(() => expect(house.notices.shown.value.map(({ text }) => text)).toContain('打印机没纸'))
  })
})
