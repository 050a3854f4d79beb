/** The panel keeps its promises to guests: mashes count once, a "no" has words, and nothing stays when they go. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { commands, now, openPanel } from './panel.testing.tsx'
import { putSong } from './playlist/add-song.ts'
import { slicesOf } from './stage/stage-slices.ts'
import { comfortChoices } from './state/comfort.ts'
import { createDeviceMemory } from './state/device-memory.ts'
import { createPanel } from './state/panel.ts'
import { createWords } from './state/words.ts'

describe('somebody at the door', () => {
  const strip = () => screen.findByRole('button', { name: /有人找您.*李小姐/ })
  const question = () => screen.findByRole('dialog', { name: '有人找您：李小姐' })

  test('opens no question by itself, and none that is closed is an answer', async () => {
    const opened = await openPanel('playlist', { scene: 'seeker' })
    const key = await strip()
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(key)
    fireEvent(await question(), new Event('cancel', { cancelable: true }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await strip()
    expect(opened.panel.thoughts.waiting.value.size).toBe(0)
    expect(commands(opened)).toEqual([])
  })

  test('is let in by one tap, which can be taken back for eight seconds, and is then told once', async () => {
    const opened = await openPanel('playlist', { scene: 'seeker' })
    fireEvent.click(await strip())
    fireEvent.click(within(await question()).getByRole('button', { name: '请他进来' }))
    const said = await screen.findByRole('region', { name: '有人找您：李小姐' })
    fireEvent.click(within(said).getByRole('button', { name: '撤销' }))
    fireEvent.click(await strip())
    vi.useFakeTimers()
    try {
      const key = within(screen.getByRole('dialog')).getByRole('button', { name: '请他进来' })
      for (let mash = 0; mash < 10; mash++) fireEvent.click(key)
      await vi.advanceTimersByTimeAsync(7900)
      expect(commands(opened)).toEqual([])
      await vi.advanceTimersByTimeAsync(200)
      expect(commands(opened)).toEqual([{ type: 'AnswerSeeker', seeker: 'f1', answer: 'let-in' }])
    } finally {
      vi.useRealTimers()
    }
    expect(opened.link.sent[0]).toMatchObject({ visit: 'v1' })
    await waitFor(() => expect(screen.queryByText('有人找您')).toBeNull())
    expect(screen.queryByRole('region', { name: '有人找您：李小姐' })).toBeNull()
  })
})

describe('ten mashes', () => {
  test('on a drink are one order, at the price that was read', async () => {
    const opened = await openPanel('drinks')
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    const button = await screen.findByRole('button', { name: '来一份 青岛纯生 ¥28' })
    for (let mash = 0; mash < 10; mash++) fireEvent.click(button)
    await waitFor(() => expect(opened.link.sent.length).toBeGreaterThan(0))
    expect(commands(opened)).toEqual([
      { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'i-qingdao', qty: 1 }], seen: 2800 },
    ])
  })

  test('on the usual are one round', async () => {
    const opened = await openPanel('drinks')
    const button = await screen.findByRole('button', { name: /^老样子.*¥590$/ })
    for (let mash = 0; mash < 10; mash++) fireEvent.click(button)
    await waitFor(() => expect(opened.link.sent.length).toBeGreaterThan(0))
    expect(commands(opened)).toHaveLength(1)
    expect(commands(opened)[0]).toMatchObject({ type: 'PlaceOrder', source: 'usual', seen: 59_000 })
  })

  test('on ice are one call', async () => {
    const opened = await openPanel('service')
    const button = await screen.findByRole('button', { name: /^冰块/ })
    for (let mash = 0; mash < 10; mash++) fireEvent.click(button)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'CallService', service: 'ice' }]))
  })

  test('on a song add it once', async () => {
    const opened = await openPanel('search')
    const button = await screen.findByRole('button', { name: /^富士山下/ })
    for (let mash = 0; mash < 10; mash++) fireEvent.click(button)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'AddSong', song: 's9' }]))
    expect(button.textContent).toContain('已点')
  })
})

describe('while the hub is away', () => {
  test('a call says 已存好 on its own tile', async () => {
    const { link } = await openPanel('service')
    link.setState({ at: 'away', since: now })
    const button = await screen.findByRole('button', { name: /^冰块/ })
    fireEvent.click(button)
    expect(await within(button).findByText('已存好')).toBeTruthy()
  })

  test('paid and ten minutes gone: nothing of the guests is shown', async () => {
    const { link, panel } = await openPanel('playlist')
    expect(await screen.findByText('月亮代表我的心')).toBeTruthy()
    link.show([['visit', { ...panel.visit.peek(), status: 'settled' }]])
    link.setState({ at: 'away', since: now - 10 * 60_000 })
    await waitFor(() => expect(screen.queryByText('月亮代表我的心')).toBeNull())
    expect(screen.getByRole('heading', { name: 'V08' })).toBeTruthy()
    // Nor would a reload show it.
    expect(link.keptForgotten).toBe(1)
  })

  test('the tablet starts anew with what waits, and the songs have their names still', async () => {
    const { link, panel } = await openPanel('playlist')
    link.setState({ at: 'away', since: now })
    putSong(panel, { song: 's-new', title: '小城故事', artist: '邓丽君' })
    expect(panel.link.pending.value).toHaveLength(1)
    const again = createDeviceMemory('p1', localStorage).guest()
    expect(again?.songs).toEqual([['s-new', { title: '小城故事', artist: '邓丽君' }]])
    cleanup()
    const words = await createWords('zh-Hans', link.view)
    const reopened = createPanel({ link, memory: createDeviceMemory('p1', localStorage), words })
    expect(reopened.songTitles.get('s-new')?.title).toBe('小城故事')
    link.showWhole([])
    expect(Object.keys(localStorage)).toEqual(['cm-panel-p1-house'])
  })
})

describe('what came too late from the room they had left', () => {
  const passedOn = [
    {
      tap: 't1',
      tappedAt: now - 300_000,
      command: { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'i-qingdao', qty: 2 }], seen: 5600 },
    },
    { tap: 't2', tappedAt: now - 290_000, command: { type: 'CallService', service: 'ice' } },
  ] as const

  test.each([
    ['都要', [passedOn[0].command, passedOn[1].command]],
    ['都不用了', []],
  ])('is asked about in words; %s is all there is to say', async (word, wanted) => {
    const opened = await openPanel('playlist')
    opened.link.show([['visit', { ...opened.panel.visit.peek(), passedOn }]])
    const question = await screen.findByRole('dialog', { name: '还要吗？' })
    expect(question.textContent).toContain('换房前您点了这些')
    expect(question.textContent).toContain('青岛纯生 ×2')
    fireEvent.click(within(question).getByRole('button', { name: word }))
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'AnswerPassedOn', taps: ['t1', 't2'] }, ...wanted]))
    // Two equal rounds that were tapped apart stay two.
    const times = opened.link.sent.slice(1).map(({ sure, tappedAt }) => sure && tappedAt)
    expect(times).toEqual(passedOn.slice(0, wanted.length).map(({ tappedAt }) => tappedAt))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a complaint', () => {
  test('shows only that the manager comes, never what about', async () => {
    const opened = await openPanel('service')
    opened.link.answerWith(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: '投诉' }))
    fireEvent.click(screen.getByRole('button', { name: '太吵' }))
    expect(await screen.findByText('经理马上来')).toBeTruthy()
    expect(document.body.textContent).not.toContain('太吵')
    expect(commands(opened)).toEqual([{ type: 'Complain', category: 'noise' }])
  })

  test('that is put aside is said to be received, not that somebody comes at once; nor is a call', async () => {
    const { link } = await openPanel('service')
    const aside = { status: 'put-aside', openedAt: now, times: 1, onTheWay: false }
    link.show([
      ['request/q1', { ...aside, id: 'q1', what: { kind: 'complaint' } }],
      ['request/q2', { ...aside, id: 'q2', what: { kind: 'service', service: 'staff' } }],
    ])
    const said = await screen.findAllByText('稍后就来')
    // Its card, the tile of 叫人来, and the corner with the same call.
    expect(said).toHaveLength(3)
    expect(document.body.textContent).not.toMatch(/马上来|接单|在路上/)
  })
})

describe('when the visit closes', () => {
  test('everything of the guests is gone: screen, basket, language, storage, taps', async () => {
    const { panel, link } = await openPanel('playlist')
    link.setState({ at: 'away', since: now })
    void panel.tap({ type: 'CallService', service: 'ice' })
    panel.speak('en')
    for (const choice of comfortChoices) panel.comfort[choice].value = true
    expect(document.documentElement.hasAttribute('data-left-hand')).toBe(true)
    expect(localStorage.getItem('cm-panel-p1-guest')).toContain('"low":true')
    panel.basket.value = [{ item: 'i-qingdao', qty: 2, options: [] }]
    expect(await screen.findByRole('button', { name: 'Skip' })).toBeTruthy()

    link.showWhole(slicesOf('idle', now))

    expect(await screen.findByRole('heading', { name: 'V08' })).toBeTruthy()
    await waitFor(() => expect(link.pending.value).toEqual([]))
    expect(screen.queryByText('月亮代表我的心')).toBeNull()
    expect(panel.basket.value).toEqual([])
    for (const choice of comfortChoices) expect(panel.comfort[choice].value).toBe(false)
    for (const name of ['data-large-type', 'data-left-hand', 'data-low-reach'])
      expect(document.documentElement.hasAttribute(name)).toBe(false)
    expect(localStorage.getItem('cm-panel-p1-guest')).toBeNull()
    await waitFor(() => expect(panel.words.speech.value.t.locale).toBe('zh-Hans'))
  })

  test('the language that was read at the door is gone with it; one that is chosen here comes before it', async () => {
    const { panel, link } = await openPanel('playlist', { chose: false })
    const locale = () => panel.words.speech.value.t.locale
    link.show([['visit', { ...link.view.one('visit'), language: 'en' }]])
    await waitFor(() => expect(locale()).toBe('en'))
    panel.speak('zh-Hant')
    await waitFor(() => expect(locale()).toBe('zh-Hant'))
    link.showWhole(slicesOf('idle', now))
    await waitFor(() => expect(locale()).toBe('zh-Hans'))
  })

  test('the next party is greeted, and once', async () => {
    const { panel } = await openPanel('playlist', { greeted: false })
    fireEvent.click(await screen.findByRole('button', { name: '开始' }))
    expect(await screen.findByText('月亮代表我的心')).toBeTruthy()
    expect(panel.phase.value).toBe('room')
  })

  test('songs that lie ready begin when their guests are there, and a song that plays is left alone', async () => {
    const opened = await openPanel('playlist', { greeted: false })
    const { playing, ...waiting } = opened.link.view.one('playlist') ?? { queue: [], sung: [] }
    opened.link.show([['playlist', waiting]])
    expect(commands(opened)).toEqual([])
    opened.panel.greeted()
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'BeginSongs' }]))
    opened.link.show([['playlist', { ...waiting, ...(playing && { playing }) }]])
    opened.panel.greeted()
    await opened.panel.tap({ type: 'CallService', service: 'ice' })
    expect(commands(opened)).toHaveLength(2)
  })

  test('songs that were begun while the hub is away wait for the hub, not for the guests', async () => {
    const { panel, link } = await openPanel('playlist', { greeted: false })
    const { playing: _playing, ...waiting } = link.view.one('playlist') ?? { queue: [], sung: [] }
    link.show([['playlist', waiting]])
    link.setState({ at: 'away', since: now })
    fireEvent.click(await screen.findByRole('button', { name: '开始' }))
    expect(await screen.findByRole('heading', { name: '正在连接，请稍等' })).toBeTruthy()
    expect(screen.queryByText('等您开唱')).toBeNull()
    link.show([['playlist', { queue: [], sung: [] }]])
    expect(await screen.findByRole('heading', { name: '等您开唱' })).toBeTruthy()
    expect(panel.phase.value).toBe('room')
  })

  test('a name waits for guests who are still on the stairs, and makes way for those who touch nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const { panel } = await openPanel('playlist', { greeted: false })
      await vi.advanceTimersByTimeAsync(0)
      await vi.advanceTimersByTimeAsync(9 * 60_000)
      expect(panel.phase.value).toBe('greeting')
      await vi.advanceTimersByTimeAsync(2 * 60_000)
      expect(panel.phase.value).toBe('room')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('原唱', () => {
  test('is one tap and gold at once, mashes are one, and no key where the player cannot do both', async () => {
    const opened = await openPanel('playlist')
    const key = await screen.findByRole('button', { name: '原唱' })
    expect(key.getAttribute('aria-pressed')).toBe('false')
    for (let mash = 0; mash < 10; mash++) fireEvent.click(key)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'SetVocals', on: true }]))
    expect(screen.getByRole('button', { name: '原唱' }).getAttribute('aria-pressed')).toBe('true')
    const { playing, ...list } = opened.link.view.one('playlist') ?? { queue: [], sung: [] }
    if (!playing) throw new Error('nothing plays')
    const { vocals: _none, ...other } = playing
    opened.link.show([['playlist', { ...list, playing: other }]])
    await waitFor(() => expect(screen.queryByRole('button', { name: '原唱' })).toBeNull())
  })
})

describe('the playlist', () => {
  const removeSong = (name: string) => fireEvent.click(screen.getByRole('button', { name: `删除 ${name}` }))

  test('takes songs away at once, each with eight seconds of its own to come back, wherever the guest goes', async () => {
    const opened = await openPanel('playlist')
    await screen.findByRole('button', { name: '删除 后来' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      removeSong('后来')
      await vi.advanceTimersByTimeAsync(4000)
      removeSong('海阔天空')
      expect(screen.queryByRole('button', { name: '删除 后来' })).toBeNull()
      opened.panel.notices.say({ text: '别的', lastsMs: 3000 })
      fireEvent.click(screen.getByRole('button', { name: '撤销 海阔天空' }))
      expect(screen.getByRole('button', { name: '删除 海阔天空' })).toBeTruthy()
      opened.panel.screen.value = 'service'
      await vi.advanceTimersByTimeAsync(3900)
      expect(commands(opened)).toEqual([])
      await vi.advanceTimersByTimeAsync(200)
      expect(commands(opened)).toEqual([{ type: 'RemoveEntry', entry: 'e0' }])
    } finally {
      vi.useRealTimers()
    }
  })

  test('gives the house’s songs eight seconds too', async () => {
    const opened = await openPanel('playlist')
    const clear = await screen.findByRole('button', { name: '不用备歌' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const rows = document.querySelectorAll('.song-row').length
      fireEvent.click(clear)
      expect(document.querySelectorAll('.song-row')).toHaveLength(3)
      fireEvent.click(screen.getByRole('button', { name: '撤销 本店为您备的歌' }))
      await vi.advanceTimersByTimeAsync(20_000)
      expect(document.querySelectorAll('.song-row')).toHaveLength(rows)
      fireEvent.click(screen.getByRole('button', { name: '不用备歌' }))
      await vi.advanceTimersByTimeAsync(8100)
      expect(commands(opened)).toEqual([{ type: 'ClearPreloaded' }])
    } finally {
      vi.useRealTimers()
    }
  })

  test('skips only after the wipe, not when it was cancelled, and also when the guest has gone elsewhere', async () => {
    const opened = await openPanel('playlist')
    await screen.findByRole('button', { name: '切歌' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      // Mashing starts it once, and cancels nothing.
      for (let mash = 0; mash < 4; mash += 1) {
        fireEvent.click(screen.getByRole('button', { name: /^(切歌|不切了)$/ }))
        await vi.advanceTimersByTimeAsync(300)
      }
      await vi.advanceTimersByTimeAsync(500)
      fireEvent.click(screen.getByRole('button', { name: '不切了' }))
      await vi.advanceTimersByTimeAsync(5000)
      expect(commands(opened)).toEqual([])
      fireEvent.click(screen.getByRole('button', { name: '切歌' }))
      await vi.advanceTimersByTimeAsync(1000)
      opened.panel.screen.value = 'service'
      await vi.advanceTimersByTimeAsync(500)
      opened.panel.screen.value = 'playlist'
      await vi.advanceTimersByTimeAsync(500)
      expect(screen.getByRole('button', { name: '不切了' })).toBeTruthy()
      opened.panel.screen.value = 'drinks'
      await vi.advanceTimersByTimeAsync(1100)
      expect(commands(opened)).toEqual([{ type: 'SkipSong', entry: 'e2' }])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a song that is on the list', () => {
  test('comes onto it again only when somebody, asked, taps after a rest', async () => {
    const opened = await openPanel('search')
    await screen.findByRole('button', { name: /^富士山下/ })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const tap = () => fireEvent.click(screen.getByRole('button', { name: /^富士山下/ }))
      opened.link.answerWith(() => undefined)
      for (let mash = 0; mash < 15; mash += 1) {
        tap()
        await vi.advanceTimersByTimeAsync(300)
      }
      const added = () => opened.link.pending.value.filter(({ command }) => command.type === 'AddSong')
      expect(added()).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1000)
      tap()
      expect(screen.getByRole('button', { name: '富士山下 陈奕迅 再点一次？' })).toBeTruthy()
      expect(added()).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1000)
      tap()
      expect(added()).toHaveLength(2)
      // A question that nobody answers is withdrawn.
      await vi.advanceTimersByTimeAsync(1000)
      tap()
      await vi.advanceTimersByTimeAsync(5000)
      expect(screen.getByRole('button', { name: '富士山下 陈奕迅 已点' })).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('what it all comes to', () => {
  test('is nowhere on the panel of a hosted party; the price before a tap is; the host’s code asks the hub', async () => {
    const { link } = await openPanel('drinks', { scene: 'hosted' })
    expect(await screen.findByRole('button', { name: /^老样子.*¥590$/ })).toBeTruthy()
    for (const total of ['1,264', '1,056', '1,680', '416']) expect(document.body.textContent).not.toContain(total)
    fireEvent.click(screen.getByRole('button', { name: '看小计' }))
    const dialog = await screen.findByRole('dialog', { name: '请输入主人码' })
    for (const digit of '4821') fireEvent.click(within(dialog).getByRole('button', { name: digit }))
    fireEvent.click(within(dialog).getByRole('button', { name: '确定' }))
    expect(await within(dialog).findByText('号码不对，请再试')).toBeTruthy()
    // Never kept, never in an outbox.
    expect([link.sent, link.pending.value]).toEqual([[], []])
  })
})

test('nothing a person reads is a raw key', async () => {
  for (const at of ['playlist', 'search', 'drinks', 'service', 'feedback'] as const) {
    await openPanel(at)
    await waitFor(() => expect(document.querySelector('.room-screen')?.textContent).toBeTruthy())
    expect(document.body.textContent).not.toMatch(/⟨/)
    cleanup()
    localStorage.clear()
  }
})

test('speaks what the house speaks until the guests choose, and again when they have gone', async () => {
  const { panel, link } = await openPanel('playlist', { chose: false })
  const locale = () => panel.words.speech.value.t.locale
  await waitFor(() => expect(locale()).toBe('zh-Hans'))
  link.show([['venue', { ...link.view.one('venue'), locale: 'zh-Hant' }]])
  await waitFor(() => expect(locale()).toBe('zh-Hant'))
  expect(createDeviceMemory('p1', localStorage).house()).toBe('zh-Hant')
  panel.speak('en')
  await waitFor(() => expect(locale()).toBe('en'))
  link.showWhole([['venue', { ...link.view.one('venue'), locale: 'zh-Hant' }]])
  await waitFor(() => expect(locale()).toBe('zh-Hant'))
})

describe('what the bar cannot make', () => {
  test('is told on whatever screen the guests are, until they touch it', async () => {
    const { panel, link } = await openPanel('service', { scene: 'refused' })
    fireEvent.click(await screen.findByRole('button', { name: /^这款售完了.*×6/ }))
    expect(panel.screen.value).toBe('drinks')
    await waitFor(() => expect(screen.queryByRole('button', { name: /^这款售完了/ })).toBeNull())
    const [refused] = link.view.all('order').filter(({ rejected }) => rejected === 'sold-out')
    link.show([['order/o9', { ...refused, id: 'o9', rejected: 'kitchen-closed', rejectedAt: now }]])
    expect(await screen.findByRole('button', { name: /^厨房休息了/ })).toBeDefined()
  })

  test('that somebody comes to ask is told until they were there', async () => {
    const { link } = await openPanel('service', { scene: 'refused' })
    fireEvent.click(await screen.findByRole('button', { name: /^这款售完了/ }))
    const [refused] = link.view.all('order').filter(({ rejected }) => rejected === 'sold-out')
    const call = {
      what: { kind: 'service', service: 'staff' },
      status: 'open',
      openedAt: now,
      times: 1,
      onTheWay: false,
    }
    link.show([
      ['order/o9', { ...refused, id: 'o9', rejected: 'staff-must-ask', rejectedAt: now }],
      ['request/q9', { ...call, id: 'q9' }],
    ])
    expect(await screen.findByRole('button', { name: /^员工来跟您确认/ })).toBeDefined()
    link.show([['request/q9', { ...call, id: 'q9', status: 'resolved' }]])
    await waitFor(() => expect(screen.queryByRole('button', { name: /^员工来跟您确认/ })).toBeNull())
  })
})

describe('what the house gives', () => {
  test('is told on whatever screen the guests are, until they have looked', async () => {
    const { panel } = await openPanel('service', { scene: 'gift' })
    fireEvent.click(await screen.findByRole('button', { name: /^本店赠送.*缤纷水果拼盘 ×1/ }))
    expect(panel.screen.value).toBe('drinks')
    await waitFor(() => expect(document.querySelector('.gift-note')?.textContent).toBe('本店赠送缤纷水果拼盘 ×1'))
    panel.screen.value = 'service'
    await waitFor(() => expect(screen.queryByRole('button', { name: /^本店赠送/ })).toBeNull())
    expect(screen.queryByText('送')).toBeNull()
  })

  test('is still marked at 酒水 when its minute is over', async () => {
    await openPanel('service')
    const drinks = await screen.findByRole('button', { name: /^酒水/ })
    expect(within(drinks).getByText('送')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^本店赠送/ })).toBeNull()
  })
})

describe('找酒水', () => {
  test('finds by initials what is then ordered where it stands', async () => {
    const opened = await openPanel('drinks')
    fireEvent.click(await screen.findByRole('button', { name: '找酒水' }))
    for (const letter of ['Q', 'D']) fireEvent.click(screen.getByRole('button', { name: letter }))
    const found = document.querySelectorAll('.item')
    expect([...found].map(row => row.querySelector('.title-text')?.textContent)).toEqual(['青岛纯生'])
    fireEvent.click(screen.getByRole('button', { name: '来一份 青岛纯生 ¥28' }))
    await waitFor(() => expect(commands(opened)).toHaveLength(1))
    fireEvent.click(screen.getByRole('button', { name: 'Z' }))
    expect(screen.getByText('没找到')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(screen.getByRole('heading', { name: '为您' })).toBeTruthy()
  })
})

describe('a name in Latin letters', () => {
  test('is smaller where one of its words is wider than the column, and is not broken', async () => {
    const { link } = await openPanel('drinks')
    const beer = link.view.get('item', 'i-budweiser')
    if (!beer) throw new Error('no beer')
    link.show([['item/i-budweiser', { ...beer, name: { zhHans: 'Honghualang 15' } }]])
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    expect((await screen.findByText('Honghualang 15')).classList.contains('longer')).toBe(true)
    expect(screen.getByText('青岛纯生').classList.contains('longer')).toBe(false)
  })
})

describe('收藏', () => {
  test('is there at once and mashes are one; the usual says why in a sentence that can be checked', async () => {
    const opened = await openPanel('drinks')
    expect(await screen.findByText('最近3次都点了')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '啤酒' }))
    const mark = await screen.findByRole('button', { name: '收藏 百威' })
    for (let mash = 0; mash < 10; mash++) fireEvent.click(mark)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'MarkFavourite', item: 'i-budweiser', on: true }]))
    opened.link.show([['visit', { ...opened.panel.visit.peek(), favourites: ['i-hennessy', 'i-budweiser'] }]])
    expect(mark.getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: '收藏' }))
    expect([...document.querySelectorAll('.item .title-text')].map(one => one.textContent)).toEqual([
      '轩尼诗 VSOP',
      '百威',
    ])
  })
})

describe('评价', () => {
  test('says what the house gives before a face is chosen, so that any face is worth the same', async () => {
    const { link, panel } = await openPanel('feedback')
    expect(await screen.findByText('评价就送缤纷水果拼盘')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '满意' }))
    link.show([['visit', { ...panel.visit.peek(), reward: { item: 'i-fruit', given: true } }]])
    expect(await screen.findByText('缤纷水果拼盘马上给您送来')).toBeTruthy()
  })
})

test('a panel that is gone fetches nothing more for its page', async () => {
  const first = await openPanel('playlist')
  const dressed = vi.spyOn(first.panel.words, 'dress')
  cleanup()
  const second = await openPanel('playlist')
  const dressedAfter = vi.spyOn(second.panel.words, 'dress')
  await waitFor(() => expect(dressedAfter).toHaveBeenCalled())
  expect(dressed).not.toHaveBeenCalled()
})
