/** A guest's phone: claimed, checked in once, and a code to come back with. */
import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LinkState } from '../../shared/client/link.ts'
import { createViewStore } from '../../shared/client/view-store.ts'
import { type Answer, done, refused } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { type RefusalCode, refuse } from '../../shared/protocol/refusals.ts'
import type { PhoneSelfView, PhoneSlices } from '../../shared/protocol/views/phone.ts'
import type { VenueView } from '../../shared/protocol/views/venue.ts'
import { App } from './app.tsx'
import { createPhone } from './state/phone.ts'
import { PhoneContext } from './state/phone-context.ts'
import { createPhoneMemory } from './state/phone-memory.ts'
import { createWords, phoneLocale } from './state/speech.ts'

vi.mock('./card/draw-card.ts', () => ({ drawCard: async () => 'data:image/png;base64,AAAA' }))

const code = 'kJ8s-Xq2_TzPv0aLm4RbYw'
const house: VenueView = {
  name: { zhHans: '锦里唱名' },
  city: { zhHans: '成都' },
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  locale: 'zh-Hans',
  demo: false,
  songs: true,
  cards: true,
  lines: [],
}

async function open(kept?: { code: string; called: string }, claims: readonly (RefusalCode | undefined)[] = []) {
  const store = new Map<string, string>(kept ? [['cm-member-code', JSON.stringify(kept)]] : [])
  const view = createViewStore<PhoneSlices>()
  const state = signal<LinkState>({ at: 'online' })
  const sent: PeopleCommand[] = []
  const waiting: ((answer: Answer) => void)[] = []
  const self = (more: Partial<PhoneSelfView>) =>
    view.apply({ seq: 1, whole: true, now: 0, drop: [], put: [['self', { code: 'KTVX', ...more }]] })
  self({})
  const memory = createPhoneMemory({
    getItem: key => store.get(key) ?? null,
    setItem: (key, value) => void store.set(key, value),
    removeItem: key => void store.delete(key),
  })
  const tap = (command: PeopleCommand) => {
    sent.push(command)
    return new Promise<Answer>(tell => waiting.push(tell))
  }
  const typed: string[] = []
  const wiped: unknown[] = []
  const answers = [...claims]
  const phone = createPhone({
    link: {
      state,
      view,
      tap,
      hubNow: Date.now,
      async wipe(visit) {
        wiped.push(visit)
        for (const tell of waiting.splice(0)) tell(refused(refuse('visit-closed')))
      },
      reconnect() {
        state.value = { at: 'online' }
      },
    },
    memory,
    claimCode: async letters => {
      typed.push(letters)
      return answers.shift()
    },
    scanned: claims.length === 0,
  })
  const words = await createWords('zh-Hans')
  render(
    <PhoneContext.Provider value={{ ...phone, words }}>
      <App />
    </PhoneContext.Provider>,
  )
  const card = () =>
    view.apply({
      seq: 2,
      whole: false,
      now: 0,
      drop: [],
      put: [
        ['self', { code: 'KTVX', checkIn: 'c1', called: '王总' }],
        ['card', { called: '王总', tastes: [], welcome: true, discreet: false, leaving: false, showHistory: false }],
      ],
    })
  const venue = () => view.apply({ seq: 3, whole: false, now: 0, drop: [], put: [['venue', house]] })
  const answer = (answer: Answer) => waiting.shift()?.(answer)
  return { state, sent, typed, wiped, self, card, venue, store, memory, answer }
}
afterEach(cleanup)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('a new guest', () => {
  it('sees the screen’s code, says who they are, and is enrolled once', async () => {
    const { sent } = await open()
    expect(screen.getByText('KTVX')).toBeTruthy()
    fireEvent.input(screen.getByRole('textbox'), { target: { value: ' 王总 ' } })
    press('威士忌')
    press('茶')
    press(/按名字欢迎我/)
    press(/^加 /)
    const form = document.querySelector('form')
    if (!form) throw new Error('no form')
    for (let mash = 0; mash < 10; mash += 1) fireEvent.submit(form)
    expect(sent).toEqual([
      { type: 'Enrol', called: '王总', tastes: ['whisky', 'tea'], welcome: true, discreet: false, party: 3 },
    ])
  })

  it('chooses to be welcomed or discreet or neither, and neither is chosen for them', async () => {
    const { sent } = await open()
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Lily' } })
    press(/按名字欢迎我/)
    press(/低调/)
    press(/低调/)
    fireEvent.submit(document.querySelector('form') ?? document.body)
    expect(sent).toMatchObject([{ welcome: false, discreet: false }])
  })

  it('without a name is shown the field, and nothing is sent', async () => {
    const { sent } = await open()
    fireEvent.submit(document.querySelector('form') ?? document.body)
    expect(sent).toEqual([])
    await waitFor(() => expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByRole('alert').textContent).toBe('请写一个称呼')
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '王' } })
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''))
  })

  it('who wrote more than the lobby can sing is told, and is not called half of it', async () => {
    const { sent } = await open()
    const type = (value: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value } })
    type('Maximiliana Konstantinou')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('太长了，大屏放不下'))
    fireEvent.submit(document.querySelector('form') ?? document.body)
    expect(sent).toEqual([])
    type('Mrs Konstantinou')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''))
    fireEvent.submit(document.querySelector('form') ?? document.body)
    expect(sent).toMatchObject([{ called: 'Mrs Konstantinou' }])
  })

  it('who asks to leave before the hub has answered what came before is heard', async () => {
    const { sent, card } = await open()
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '王总' } })
    fireEvent.submit(document.querySelector('form') ?? document.body)
    card()
    await waitFor(() => press('退出会员'))
    press('我要退出')
    expect(sent.map(({ type }) => type)).toEqual(['Enrol', 'AskToLeave'])
  })

  it('sends to the lobby’s screen only who is sung out there', async () => {
    const { self } = await open()
    const mine = { called: '王总', checkIn: { id: 'c1', step: 'wait-for-desk' } } as const
    self(mine)
    await screen.findByText('员工马上来接您')
    expect(screen.queryByText('请看大屏')).toBeNull()
    self({ ...mine, sung: true })
    expect(await screen.findByText('请看大屏')).toBeTruthy()
  })

  it('begins every new screen at its top, however far down the button was', async () => {
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
    const { self } = await open()
    scrolled.mockClear()
    self({ called: '王总', memberCode: code, checkIn: { id: 'c1', step: 'wait-for-desk' } })
    await screen.findByText('员工马上来接您')
    expect(scrolled.mock.calls).toEqual([[{ top: 0 }]])
    // The same screen with another word on it stays where the guest reads.
    self({ called: '王总', memberCode: code, checkIn: { id: 'c1', step: 'seated' } })
    await screen.findByText('今晚尽兴')
    expect(scrolled).toHaveBeenCalledTimes(1)
    scrolled.mockRestore()
  })

  it('carries a code away that the phone keeps until it is told to forget', async () => {
    const { self, store } = await open()
    self({ called: '王总', memberCode: code, checkIn: { id: 'c1', step: 'wait-for-desk' } })
    const save = await screen.findByRole('link', { name: '保存图片' })
    expect([save.getAttribute('download'), save.getAttribute('href')]).toEqual([
      'changming.png',
      'data:image/png;base64,AAAA',
    ])
    expect(screen.getByText('员工马上来接您')).toBeTruthy()
    expect(JSON.parse(store.get('cm-member-code') ?? '')).toEqual({ code, called: '王总' })
    press('让本手机忘记我')
    self({ called: '王总', memberCode: code, checkIn: { id: 'c1', step: 'seated' } })
    await screen.findByText('今晚尽兴')
    expect(store.size).toBe(0)
  })
})

describe('a member whose code the phone keeps', () => {
  it('checks in with one tap, however often it is pressed', async () => {
    const { sent } = await open({ code, called: '王总' })
    const button = screen.getByRole('button', { name: '一键签到' })
    for (let mash = 0; mash < 10; mash += 1) fireEvent.click(button)
    expect(sent).toEqual([{ type: 'ScanCode', code }])
  })

  it('that is not known hears a person and a way on, never why', async () => {
    const { answer } = await open({ code, called: '王总' })
    press('一键签到')
    answer(refused(refuse('please-wait', 'call-staff')))
    expect(await screen.findByText('请稍等，员工马上来')).toBeTruthy()
    press('我是新朋友')
    expect(await screen.findByRole('textbox')).toBeTruthy()
  })

  it('is answered and sees who comes', async () => {
    const { answer, self } = await open({ code, called: '王总' })
    press('一键签到')
    answer(done({ checkIn: 'c1' }))
    self({ called: '王总', memberCode: code, checkIn: { id: 'c1', step: 'seated' } })
    expect(await screen.findByText('今晚尽兴')).toBeTruthy()
  })
})

it('a used ticket says what to do next, and still shows the code the phone keeps', async () => {
  const { state } = await open({ code, called: '王总' })
  state.value = { at: 'expired' }
  expect(await screen.findByText('请再扫大屏上的码')).toBeTruthy()
  expect(await screen.findByRole('img', { name: '您的会员码' })).toBeTruthy()
})

it('without a ticket takes the letters of the screen, as people type them', async () => {
  const { state, typed } = await open(undefined, ['bad-code', undefined])
  state.value = { at: 'expired' }
  const field = await screen.findByLabelText('就在大屏的码下面')
  expect(screen.getByText('请输入六个字母')).toBeTruthy()
  fireEvent.input(field, { target: { value: 'ktv-x' } })
  expect(screen.getByRole('button', { name: '确定' })).toHaveProperty('disabled', true)
  fireEvent.input(field, { target: { value: 'ktv xbn' } })
  await waitFor(() => expect(screen.getByRole('button', { name: '确定' })).toHaveProperty('disabled', false))
  for (let mash = 0; mash < 10; mash += 1) fireEvent.submit(document.querySelector('form') ?? document.body)
  expect(await screen.findByText('不对，请再看一眼大屏')).toBeTruthy()
  expect(typed).toEqual(['KTVXBN'])
  fireEvent.submit(document.querySelector('form') ?? document.body)
  expect(await screen.findByLabelText('怎么称呼您')).toBeTruthy()
})

it('whose hub began anew under a tap types the letters at once, and what was tapped is given up', async () => {
  const { state, typed, wiped } = await open({ code, called: '王总' }, [undefined])
  press('一键签到')
  state.value = { at: 'away', since: 0 }
  state.value = { at: 'expired' }
  const field = await screen.findByLabelText('就在大屏的码下面')
  expect(wiped).toEqual([undefined])
  fireEvent.input(field, { target: { value: 'ktvxbn' } })
  await waitFor(() => expect(screen.getByRole('button', { name: '确定' })).toHaveProperty('disabled', false))
  expect(document.getElementById('letters-no')?.textContent).toBe('')
  fireEvent.submit(document.querySelector('form') ?? document.body)
  expect(typed).toEqual(['KTVXBN'])
  expect(await screen.findByRole('button', { name: '一键签到' })).toHaveProperty('disabled', false)
})

it('keeps the language that was chosen on it, brings it along to the house, and forgets it with its owner', async () => {
  const { sent, store, memory, venue } = await open()
  venue()
  press('English')
  await screen.findByRole('button', { name: 'English', pressed: true })
  expect(memory.language()).toBe('en')
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Lily' } })
  fireEvent.submit(document.querySelector('form') ?? document.body)
  expect(sent).toMatchObject([{ type: 'Enrol', called: 'Lily', language: 'en' }])
  memory.forget()
  expect(store.size).toBe(0)
  expect(memory.language()).toBeUndefined()
})

it('brings the language along with who comes back, too', async () => {
  const { sent, venue } = await open({ code, called: 'Lily' })
  venue()
  press('English')
  await screen.findByRole('button', { name: 'English', pressed: true })
  press('Check in')
  expect(sent).toEqual([{ type: 'ScanCode', code, language: 'en' }])
})

it('speaks the first language of the phone that it knows', () => {
  expect(phoneLocale(['fr-FR', 'zh-TW', 'en'])).toBe('zh-Hant')
  expect(phoneLocale(['ja'])).toBe('zh-Hans')
})
