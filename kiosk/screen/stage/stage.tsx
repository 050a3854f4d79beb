/**
 * The lobby with a made-up evening, for our own eyes: `npx vite`, then /kiosk/screen/stage/?scene=welcome&lang=en.
 * Scenes: home, typed, sent, walk-in, say-party, number-party, wait, booked, meet, full, failed, failed-twice, enrolled, number,
 * birthday, number-kept, looking-for, unreadable, next-guest, next-again, away, away-home, stopped, camera, reader-gone, welcome,
 * welcome-asked, from-phone, group, ribbon, idle, scanned, pairing, replaced. Also ?large, ?low, ?wifi, ?sign=金曲会, ?mm=2.7.
 */
import { render } from 'preact'
import '../../../shared/ui/tokens.css'
import '../../../shared/ui/base.css'
import { parseLocale } from '../../../shared/i18n/locale.ts'
import { done } from '../../../shared/protocol/answer.ts'
import type { KioskCheckInView, WelcomeView } from '../../../shared/protocol/views/kiosk.ts'
import { createChime } from '../../../shared/ui/chime.ts'
import { stageNames } from '../../../shared/ui/gallery/stage-names.ts'
import { App } from '../app.tsx'
import { createKiosk } from '../lobby/create-kiosk.ts'
import { type Kiosk, KioskContext } from '../lobby/kiosk-context.ts'
import { createScreenSize } from '../lobby/screen-size.ts'
import { createWords } from '../lobby/speech.ts'
import { createFakeLink, type FakeLink } from './fake-link.ts'

const asked = new URLSearchParams(location.search)
const scene = asked.get('scene') ?? 'home'

const song = (title: string, artist: string) => ({ title, artist })

function furnish(link: FakeLink): void {
  const sign = asked.get('sign')
  link.put('venue', {
    name: { zhHans: '锦里唱名 KTV', zhHant: '錦里唱名 KTV', en: 'Changming KTV Jinli' },
    ...(sign !== null && { sign: { zhHans: sign } }),
    city: { zhHans: '成都', en: 'Chengdu' },
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: true,
    songs: true,
    cards: true,
    lines: [
      { zhHans: '今晚的灯，为您亮着', zhHant: '今晚的燈，為您亮著', en: 'Tonight the lights are on for you' },
      { zhHans: '好歌已备，请您开嗓', zhHant: '好歌已備，請您開嗓', en: 'Your songs are waiting' },
    ],
  })
  link.put('desk', { staff: { zhHans: '小陈', zhHant: '小陳', en: 'Xiao Chen' } })
  link.put('lobby', {
    freeRooms: 12,
    hotSongs: [song('后来', '刘若英'), song('海阔天空', 'Beyond'), song('十年', '陈奕迅'), song('朋友', '周华健')],
  })
  link.put('ticket', {
    url: 'HTTP://192.168.1.20:7777/P/MFRGGZDFMZTWQ2LKNNWG23TPOI',
    address: '192.168.1.20:7777/p',
    code: 'KTVXBN',
    expiresAt: Date.now() + 120_000,
    ...(scene === 'scanned' && { claimed: 'BNDRLM' }),
  })
  if (asked.has('wifi'))
    link.put('wifi', { ssid: 'Jinli Guest', password: 'changming88', text: 'WIFI:T:WPA;S:Jinli Guest;P:changming88;;' })
}

function checkIn(more: Partial<KioskCheckInView> = {}): KioskCheckInView {
  return { id: 'c1', at: Date.now(), step: 'say-party', ...more }
}

const welcome = (called: string, ago: number, vip = true): WelcomeView => ({
  called,
  at: Date.now() - ago,
  until: Date.now() - ago + 29_000,
  vip,
  line: { zhHans: '故人来，酒正温', zhHant: '故人來，酒正溫', en: 'Welcome back, the glasses are warm' },
})

function play(link: FakeLink, { lobby }: Kiosk): void {
  const name = asked.get('name') ?? '王总'
  const trouble = (failures: number) => link.put('trouble', { failures, at: Date.now(), staff: failures > 1 })
  const scenes: Record<string, () => void> = {
    typed: () => Array.from('13812345678').forEach(lobby.digit),
    sent: () => lobby.read({ kind: 'read', text: '0004340098' }),
    'walk-in': lobby.walkIn,
    'say-party': () => link.put('checkin', checkIn({ called: name }), 'c1'),
    wait: () => link.put('checkin', checkIn({ called: name, step: 'wait-for-desk', party: 8 }), 'c1'),
    booked: () =>
      link.put(
        'checkin',
        checkIn({
          called: name,
          step: 'wait-for-desk',
          party: 8,
          reservation: { arrivesAt: Date.UTC(2026, 10, 23, 12), party: 8 },
        }),
        'c1',
      ),
    'number-party'() {
      Array.from('13812345678').forEach(lobby.digit)
      lobby.enterPhone()
      link.put('checkin', checkIn(), 'c1')
      link.answer(done({ checkIn: 'c1' }))
    },
    meet() {
      Array.from('13812345678').forEach(lobby.digit)
      lobby.enterPhone()
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4 }), 'c1')
      link.answer(done({ checkIn: 'c1' }))
    },
    enrolled: () => link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4, mayLeaveNumber: true }), 'c1'),
    number() {
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4, mayLeaveNumber: true }), 'c1')
      lobby.askNumber()
      Array.from('138123').forEach(lobby.digit)
    },
    birthday() {
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4, mayLeaveNumber: true }), 'c1')
      lobby.askNumber()
      Array.from('13812345678').forEach(lobby.digit)
      lobby.enterPhone()
    },
    'number-kept'() {
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4, mayLeaveNumber: true }), 'c1')
      lobby.askNumber()
      Array.from('13812345678').forEach(lobby.digit)
      lobby.enterPhone()
      lobby.leaveNumber('05-20')
      link.answer(done())
    },
    full() {
      lobby.walkIn()
      lobby.sayParty(16)
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 16 }), 'c1')
      link.answer(done({ checkIn: 'c1', free: false }))
    },
    failed: () => trouble(1),
    'failed-twice': () => trouble(2),
    'looking-for'() {
      lobby.call('looking-for')
      link.answer(done())
    },
    'next-guest'() {
      link.put('checkin', checkIn({ called: name }), 'c1')
      link.put('checkin', { ...checkIn({ called: '李姐' }), id: 'c2' }, 'c2')
    },
    'next-again'() {
      Array.from('13812').forEach(lobby.digit)
      trouble(1)
    },
    unreadable: () => lobby.read({ kind: 'unreadable' }),
    away() {
      link.state.value = { at: 'away', since: Date.now() }
      lobby.read({ kind: 'read', text: '0004340098' })
    },
    'reader-gone': () => link.put('reader', { working: false }),
    'away-home'() {
      link.state.value = { at: 'away', since: Date.now() - 60_000 }
    },
    stopped() {
      link.health.value = 'storage-failed'
    },
    camera: () => link.put('camera', { on: true }),
    welcome: () => link.put('welcome', welcome(name, 0), 'c1'),
    'welcome-asked'() {
      link.put('welcome', welcome(name, 0), 'c1')
      link.put('checkin', checkIn({ called: name }), 'c1')
    },
    'from-phone'() {
      link.put('welcome', welcome(name, 0), 'c1')
      link.put('checkin', checkIn({ called: name, step: 'wait-for-desk', party: 2, language: 'en' }), 'c1')
    },
    group() {
      for (const [index, called] of ['王总', '李姐', '欧阳先生', '陈䶮', 'Ms Baker'].entries()) {
        link.put('welcome', welcome(called, 10 - index, index < 2), `c${index}`)
      }
    },
    ribbon: () => link.put('welcome', welcome(name, 12_000), 'c1'),
    pairing() {
      link.state.value = { at: 'pairing', code: 'BDKTVX', expiresAt: Date.now() + 300_000 }
    },
    replaced() {
      link.state.value = { at: 'replaced' }
    },
  }
  scenes[scene]?.()
}

async function open(): Promise<void> {
  const size = createScreenSize('stage', { getItem: () => asked.get('mm'), setItem: () => undefined }, window)
  size.fit()
  const link = createFakeLink()
  furnish(link)
  const locale = parseLocale(asked.get('lang') ?? 'zh-Hans') ?? 'zh-Hans'
  const words = await createWords(locale, link.view)
  const kiosk = createKiosk({ link, words, chime: createChime(), size, page: window })
  void words.speak(locale)
  kiosk.lobby.large.value = asked.has('large')
  kiosk.lobby.low.value = asked.has('low')
  play(link, kiosk)
  // For who measures the pages: what is of no catalogue.
  const named = [link.view.one('venue'), link.view.one('lobby'), link.view.all('welcome')]
  document.documentElement.dataset.names = JSON.stringify(stageNames(named))
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
    document.body,
  )
}

await open()
