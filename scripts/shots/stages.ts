/** Every screen of every surface as its stage can show it: what `--all` takes. A new screen is a new line here; the panel's are in `panel-states.ts`. */
import type { Size } from './camera.ts'

export interface Stage {
  readonly surface: string
  /** Folder of the stage's page, from the top. */
  readonly page: string
  readonly size: Size
  /** What the stage is asked for, as its own header says. */
  readonly scenes: readonly string[]
}

const kiosk = 'kiosk/screen/stage'
const kioskScenes = [
  ...[
    'home',
    'typed',
    'walk-in',
    'say-party',
    'wait',
    'booked',
    'meet',
    'full',
    'failed',
    'failed-twice',
    'unreadable',
  ],
  ...['looking-for', 'away', 'away-home', 'stopped', 'welcome', 'welcome-asked', 'group', 'ribbon', 'scanned'],
  ...['pairing', 'replaced'],
].map(scene => `scene=${scene}`)

const consoleScenes = [
  ...['live', 'floor', 'bar', 'members', 'reservations', 'devices'].map(
    screen => `role=manager&sound&screen=${screen}`,
  ),
  'role=manager&sound&screen=devices&putback',
  'role=manager&sound&screen=live&flood',
  'role=manager&sound&screen=live&empty',
  'role=manager&screen=live&offline',
  'role=manager&sound&screen=floor&room=v08',
  'role=manager&sound&screen=members&member=m1',
  'role=desk&sound&screen=live',
  'role=floor&sound&screen=live',
  'role=bar&sound&screen=bar',
  'station=bar&sound',
  'station=floor&sound',
  'locked',
]

const phoneScenes = ['new', 'back', 'refused', 'done', 'seated', 'expired', 'expired-kept', 'connecting', 'away'].map(
  scene => `scene=${scene}`,
)

export const stages: readonly Stage[] = [
  { surface: 'kiosk', page: kiosk, size: { width: 1080, height: 1920, scale: 0.5 }, scenes: kioskScenes },
  {
    surface: 'kiosk-lying',
    page: kiosk,
    size: { width: 1920, height: 1080, scale: 0.5 },
    scenes: ['scene=home', 'scene=wait', 'scene=welcome'],
  },
  {
    surface: 'kiosk-large',
    page: kiosk,
    size: { width: 1080, height: 1920, scale: 0.5 },
    scenes: ['scene=home&large', 'scene=walk-in&large', 'scene=home&low'],
  },
  { surface: 'phone', page: 'kiosk/phone/stage', size: { width: 390, height: 844 }, scenes: phoneScenes },
  { surface: 'console', page: 'hub/console/stage', size: { width: 1440, height: 900 }, scenes: consoleScenes },
  { surface: 'console-phone', page: 'hub/console/stage', size: { width: 390, height: 844 }, scenes: consoleScenes },
]

export const stageLocales = ['zh-Hans', 'zh-Hant', 'en', 'pseudo'] as const
