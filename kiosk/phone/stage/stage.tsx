/**
 * The phone page with a made-up guest, for our own eyes: `npx vite`, then /kiosk/phone/stage/?scene=done&lang=en.
 * Scenes: new, back, refused, done, seated, live, history, leaving, letters, letters-wrong, expired, expired-kept, connecting, away.
 */
import { signal } from '@preact/signals'
import { render } from 'preact'
import '../../../shared/ui/tokens.css'
import '../../../shared/ui/base.css'
import type { LinkState } from '../../../shared/client/link.ts'
import { createViewStore } from '../../../shared/client/view-store.ts'
import { parseLocale } from '../../../shared/i18n/locale.ts'
import { refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { PhoneCardView, PhoneSelfView, PhoneSlices } from '../../../shared/protocol/views/phone.ts'
import { App } from '../app.tsx'
import { createPhone } from '../state/phone.ts'
import { PhoneContext } from '../state/phone-context.ts'
import { createPhoneMemory } from '../state/phone-memory.ts'
import { createWords } from '../state/speech.ts'

const asked = new URLSearchParams(location.search)
const scene = asked.get('scene') ?? 'new'
const memberCode = 'kJ8s-Xq2_TzPv0aLm4RbYw'
/** Nobody yet: by a QR that does not count any more, or by the address. */
const unknown = scene.startsWith('expired') || scene.startsWith('letters')

const drink = (zhHans: string, zhHant: string, en: string) => ({ zhHans, zhHant, en })
const past: NonNullable<PhoneCardView['past']> = [
  {
    at: Date.UTC(2026, 10, 14, 12),
    drunk: [drink('麦卡伦12年', '麥卡倫12年', 'Macallan 12'), drink('青岛啤酒', '青島啤酒', 'Tsingtao')],
    sung: [
      { title: '海阔天空', artist: 'Beyond' },
      { title: '后来', artist: '刘若英' },
    ],
  },
  { at: Date.UTC(2026, 9, 20, 12), drunk: [drink('铁观音', '鐵觀音', 'Tieguanyin')], sung: [] },
]

async function open(): Promise<void> {
  const view = createViewStore<PhoneSlices>()
  const own = ['live', 'history', 'leaving'].includes(scene)
  const seated = scene === 'seated' || own
  const self: PhoneSelfView = {
    code: 'KTVXBN',
    ...((scene === 'done' || seated) && {
      called: asked.get('name') ?? '王总',
      memberCode,
      checkIn: { id: 'c1', step: seated ? 'seated' : 'wait-for-desk' },
    }),
    ...(scene === 'live' && {
      rotating: { member: 'm1-r1s7t0k2ab', key: 'VjTMELX57_1hc5OSP6VTfqTgc-4WHHxAUKsoIUrGI_M' },
    }),
  }
  const card: PhoneCardView = {
    called: asked.get('name') ?? '王总',
    tastes: ['whisky', 'tea'],
    welcome: true,
    discreet: false,
    showHistory: scene === 'history',
    leaving: scene === 'leaving',
    ...(scene === 'history' && { past }),
  }
  const venue = { name: { zhHans: '锦里唱名 KTV', zhHant: '錦里唱名 KTV', en: 'Changming KTV Jinli' } }
  if (scene !== 'connecting') {
    view.apply({
      seq: 1,
      whole: true,
      now: 0,
      drop: [],
      put: unknown ? [] : [['venue', venue], ['self', self], ...(own ? [['card', card] as const] : [])],
    })
  }
  const state = signal<LinkState>(
    unknown ? { at: 'expired' } : scene === 'away' ? { at: 'away', since: 0 } : { at: 'online' },
  )
  const kept = ['back', 'refused', 'expired-kept'].includes(scene)
  const memory = createPhoneMemory({
    getItem: () => (kept ? JSON.stringify({ code: memberCode, called: '王总' }) : null),
    setItem: () => undefined,
    removeItem: () => undefined,
  })
  const phone = createPhone({
    link: {
      state,
      view,
      tap: async () => refused(refuse('please-wait', 'call-staff')),
      wipe: async () => undefined,
      reconnect: () => undefined,
      hubNow: Date.now,
    },
    memory,
    claimCode: async () => 'bad-code',
    scanned: scene.startsWith('expired'),
  })
  if (scene === 'refused') phone.checkInAgain({})
  if (scene === 'letters-wrong') phone.typeCode('BCDFGH')
  const words = await createWords(parseLocale(asked.get('lang') ?? 'zh-Hans') ?? 'zh-Hans')
  render(
    <PhoneContext.Provider value={{ ...phone, words }}>
      <App />
    </PhoneContext.Provider>,
    document.body,
  )
}

await open()
