import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Locale } from '../../../shared/i18n/locale.ts'
import type { CheckInView, OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import { complaints } from '../../../shared/protocol/words.ts'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { createHouse, type House } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'
import { type About, spelt, spokenWords } from './spoken.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House | undefined
beforeEach(() => localStorage.clear())
afterEach(() => house?.stop())

async function speaking(locale: Locale): Promise<(about: About) => string> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(undefined, 'floor')], ...inside)
  const opened = createHouse(link, await createSpeech(locale, () => link.one('venue')))
  house = opened
  return about => spokenWords(opened, about)
}

const call = (more: Partial<RequestView>): About => ({
  kind: 'call',
  request: {
    id: 'q',
    room: 'v08',
    what: { kind: 'service', service: 'microphone' },
    severity: 'warning',
    status: 'open',
    openedAt: 0,
    times: 1,
    onTheWay: false,
    level: 0,
    reopened: 0,
    vip: false,
    ...more,
  },
})
const order = (status: OrderView['status']): About => ({
  kind: 'order',
  order: {
    id: 'o',
    visit: 'p2',
    room: 'v08',
    source: 'menu',
    status,
    placedAt: 0,
    lockedUntil: 0,
    reminderMs: 1,
    byStaff: false,
    lines: [],
    needsTick: true,
    ticked: false,
    mind: [],
  },
})

describe('what a console says aloud', () => {
  test('is the room and the thing, in each language', async () => {
    expect((await speaking('zh-Hans'))(call({}))).toBe('V 0 8，话筒')
    expect((await speaking('zh-Hant'))(call({}))).toBe('V 0 8，麥克風')
    expect((await speaking('en'))(call({}))).toBe('V 0 8, Microphone')
  })

  test('is heard to be the same room again, and that it takes too long', async () => {
    const say = await speaking('zh-Hans')
    expect(say(call({ times: 2 }))).toBe('V 0 8，话筒，又催了')
    expect(say(call({ reopened: 1 }))).toBe('V 0 8，话筒，又催了')
    expect(say(call({ status: 'acknowledged', overdue: true, times: 2 }))).toBe('V 0 8，话筒，超时了')
    expect((await speaking('en'))(call({ times: 3 }))).toBe('V 0 8, Microphone, again')
  })

  test('follows the language at once', async () => {
    const say = await speaking('zh-Hans')
    await house?.chooseLanguage('en')
    expect(say(order('placed'))).toBe('V 0 8, new order')
    expect(say(order('awaiting-approval'))).not.toBe(say(order('placed')))
  })

  test('of a complaint is that it is one, whatever it is about', async () => {
    const say = await speaking('zh-Hans')
    const said = complaints.map(category => say(call({ what: { kind: 'complaint', category }, severity: 'critical' })))
    expect(new Set(said)).toEqual(new Set(['V 0 8，客诉']))
    const what = { kind: 'complaint', category: 'audio' } as const
    expect(say(call({ what, gone: { title: '王总' } }))).toBe('V 0 8，客诉，已离店')
  })

  test('names no guest, and no room to who looks for one at the door', async () => {
    const say = await speaking('zh-Hans')
    const arrived: CheckInView = {
      id: 'k',
      at: 0,
      lapsesAt: 1,
      how: 'card',
      title: '王总',
      vip: true,
      discreet: true,
      glance: false,
    }
    expect(say({ kind: 'arrival', checkIn: arrived })).toBe('贵宾到店')
    expect(say({ kind: 'arrival', checkIn: { ...arrived, vip: false } })).toBe('客人到店')
    expect(say({ kind: 'seeker', answered: false })).toBe('门口有人等回话')
    expect(say({ kind: 'seeker', answered: true })).toBe('主人回话了')
    expect(say(call({ what: { kind: 'desk', why: 'looking-for' } }))).toBe('门口来找人')
  })

  test('of what is amiss is its word, and whose budget it is stays unsaid', async () => {
    const say = await speaking('zh-Hans')
    const trouble = { kind: 'panel', key: 'k', since: 0, room: 'v08' } as const
    expect(say({ kind: 'house', trouble })).toBe('V 0 8，包厢屏连不上')
    expect(say({ kind: 'house', trouble: { kind: 'budget', key: 'k', staff: 's2', left: 1 } })).toBe('赠送额度快用完')
    expect(say({ kind: 'reader', trouble: { key: 'k', device: 'd', kind: 'gone', since: 0 } })).toBe(
      '迎宾屏，读卡器拔掉了',
    )
    expect(say({ kind: 'printer', state: 'no-paper' })).toBe('打印机没纸')
  })

  test('spells what is no word', () => {
    expect(spelt('V08')).toBe('V 0 8')
    expect(spelt('A12')).toBe('A 1 2')
    expect(spelt('VIP1')).toBe('V I P 1')
    expect(spelt('b-7')).toBe('b - 7')
    expect(spelt('总统888号')).toBe('总统 8 8 8 号')
    expect(spelt('Diamond')).toBe('Diamond')
    expect(spelt('The Rose 2')).toBe('The Rose 2')
    expect(spelt('牡丹厅')).toBe('牡丹厅')
  })
})
