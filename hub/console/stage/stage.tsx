/**
 * The console without a hub, for our own eyes: `npx vite`, then /hub/console/stage/?role=manager&screen=live. Also
 * ?lang=zh-Hant|en|pseudo, ?station=bar|floor, ?flood, ?mashed, ?empty, ?room=v08, ?member=m1, ?sound, ?offline, ?readers, ?duty, ?printer=|silent, ?crowd, ?seeker, ?bottle, ?switch, ?pinoff, ?backup=none|checking|failed|restored, ?silent, ?here, ?elsewhere. Not shipped.
 */
import { render } from 'preact'
import '../../../shared/ui/tokens.css'
import '../../../shared/ui/base.css'
import { parseLocale } from '../../../shared/i18n/locale.ts'
import { done, refused } from '../../../shared/protocol/answer.ts'
import type { Query } from '../../../shared/protocol/queries.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { roles, stations } from '../../../shared/protocol/words.ts'
import { loadFonts } from '../../../shared/ui/fonts.ts'
import { stageNames } from '../../../shared/ui/gallery/stage-names.ts'
import { App } from '../app.tsx'
import { createHouse, HouseContext, screens } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'
import { backupStates, backups } from './backups.ts'
import {
  brokenReaders,
  call,
  card,
  crowd,
  duty,
  feed,
  flood,
  found,
  hits,
  inside,
  pinsOff,
  putBack,
  house as rooms,
  seekersAtDoor,
  self,
  switchOff,
  tonight,
  twin,
} from './evening.ts'
import { createFakeLink } from './fake-link.ts'
import { keepsOf } from './keeps.ts'
import { mashed } from './mashed.ts'
import { night, slip } from './night.ts'
import { menuSetup, staffSetup, venueSetup } from './setup.ts'
import { planOf, songsGiven, songsSetup } from './songs.ts'

const asked = new URLSearchParams(location.search)

async function open(): Promise<void> {
  const locale = parseLocale(asked.get('lang') ?? 'zh-Hans') ?? 'zh-Hans'
  const role = roles.find(one => one === asked.get('role'))
  const station = stations.find(one => one === asked.get('station'))
  const link = createFakeLink('c1', tonight)
  const { session, ...console } = self(role, station)
  const elsewhere = asked.has('elsewhere') && { elsewhere: ['模拟经理 Simulated manager'] }
  const own = { ...console, ...(asked.has('here') && { onlyHere: true as const }) }
  link.put(...rooms, ['self', { ...own, ...(session && { session: { ...session, ...elsewhere } }) }])
  if (role !== undefined || station !== undefined) {
    if (!asked.has('empty')) link.put(...inside)
    link.feed.value = asked.has('empty') ? [] : feed
  } else if (!asked.has('empty')) {
    link.put(
      call('q1', { what: { kind: 'complaint', category: 'audio' }, severity: 'critical', openedAt: tonight - 185_000 }),
      call('q2', { what: { kind: 'service', service: 'microphone' }, severity: 'warning', room: 'a05' }),
    )
  }
  if (asked.has('flood')) link.put(...flood)
  if (asked.has('mashed') && session) link.put(...mashed(session.staff))
  if (asked.has('bottle'))
    link.put(call('q9', { what: { kind: 'service', service: 'keep' }, severity: 'info', openedAt: tonight - 40_000 }))
  if (asked.has('crowd')) link.put(...crowd)
  if (asked.has('printer')) {
    const since = tonight - 120_000
    const aside = asked.get('printer') === 'silent'
    link.put([
      'printer',
      aside
        ? { state: 'no-answer', since, waiting: 0, unsure: ['o3', 'o4'] }
        : { state: 'no-paper', since, waiting: 3 },
    ])
  }
  if (asked.get('clock') === 'ahead') link.put(['clock', { is: 'ahead', night: '2026-11-20', today: '2031-04-08' }])
  if (asked.get('clock') === 'behind') link.put(['clock', { is: 'behind', night: '2026-11-20', today: '2000-01-01' }])
  if (asked.has('switch')) link.put(...switchOff)
  if (asked.has('duty')) link.put(...duty)
  if (asked.has('pinoff')) link.put(...pinsOff)
  if (asked.has('seeker')) link.put(...seekersAtDoor)
  if (asked.has('putback')) link.put(...putBack)
  for (const [state, view] of Object.entries(backupStates))
    if (asked.get('backup') === state) link.put(['backup', view])
  if (asked.has('readers')) link.put(...brokenReaders)
  if (asked.has('offline')) link.connection.value = { at: 'offline', since: tonight - 25_000 }
  document.documentElement.dataset.names = JSON.stringify(
    stageNames([rooms, inside, flood, crowd, card, twin, hits, menuSetup, staffSetup, venueSetup, songsGiven]),
  )
  if (!asked.has('silent')) link.answerQueries(answerOf)
  link.answerWith(command => {
    if (command.type === 'StoreKeep')
      return command.second || command.item === 'i2'
        ? done({ keep: 'k9', label: 'K-3306' })
        : refused(refuse('not-brought', 'ask-manager', { about: command.item }))
    if (command.type === 'SignIn' && pinsOff.some(([, { id }]) => asked.has('pinoff') && id === command.staff))
      return refused(refuse('pin-off', 'ask-manager', { about: command.staff }))
    if (command.type === 'SignIn') {
      return command.pin === '123456' ? done() : refused(refuse('wrong-pin', 'wait', { waitMs: 30_000 }))
    }
    return undefined
  })
  const house = createHouse(link, await createSpeech(locale, () => link.one('venue')))
  if (asked.has('sound')) await house.voice.unlock()
  render(
    <HouseContext.Provider value={house}>
      <App />
    </HouseContext.Provider>,
    document.body,
  )
  await loadFonts(locale)
  const screen = screens.find(one => one === asked.get('screen'))
  if (screen) house.screen.value = screen
  house.openRoom.value = asked.get('room') ?? undefined
  house.openMember.value = asked.get('member') ?? undefined
  document.documentElement.dataset.ready = ''
}

function answerOf(query: Query): unknown {
  switch (query.type) {
    case 'SearchMembers':
      return hits
    case 'FindGuests':
      return found
    case 'MemberCard':
      return query.member === twin.id ? twin : card
    case 'MemberCode':
      return { code: 'MFRGGZDFMZTWQ2LKNNWG23TPOI' }
    case 'ReadCard':
      return asked.has('touched') ? { read: 'k9', tail: '1261' } : {}
    case 'RoomsToPromise':
      return { rooms: ['v01', 'v02', 'v05', 'v07', 'a02'] }
    case 'CompLeft':
      return { left: 18_000 }
    case 'Keeps':
      return keepsOf(query)
    case 'PrintKeep':
      return { state: 'well' }
    case 'Nights':
      return { nights: ['2026-11-20', '2026-11-19'] }
    case 'TellNight':
      return { ...night, day: query.day }
    case 'TellVisit':
      return slip
    case 'MenuSetup':
      return menuSetup
    case 'VenueSetup':
      return venueSetup
    case 'PlanSongs':
      return planOf(query)
    case 'SongsSetup':
      return songsSetup
    case 'StaffSetup':
      return staffSetup
    case 'Backups':
      return asked.get('backup') === 'none' ? { backups: [] } : backups
    default:
      return { phone: '13800006688' }
  }
}

await open()
