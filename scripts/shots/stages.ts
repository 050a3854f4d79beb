/** Every screen of every surface as its stage can show it: what `--all` takes. A new screen is a new line here; the panel's are in `panel-states.ts`, the console's in `console-states.ts`. */
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
    'sent',
    'walk-in',
    'say-party',
    'number-party',
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

const phoneScenes = ['new', 'back', 'refused', 'done', 'seated', 'expired', 'expired-kept', 'connecting', 'away'].map(
  scene => `scene=${scene}`,
)

export const stages: readonly Stage[] = [
  { surface: 'kiosk', page: kiosk, size: { width: 1080, height: 1920, scale: 0.5 }, scenes: kioskScenes },
  {
    surface: 'kiosk-lying',
    page: kiosk,
    size: { width: 1920, height: 1080, scale: 0.5 },
    scenes: [
      'scene=home',
      'scene=home&wifi',
      'scene=home&wifi&large',
      'scene=wait',
      'scene=welcome',
      'scene=away-home',
    ],
  },
  {
    surface: 'kiosk-large',
    page: kiosk,
    size: { width: 1080, height: 1920, scale: 0.5 },
    scenes: ['scene=home&large', 'scene=walk-in&large', 'scene=home&low', 'scene=home&wifi&large&low'],
  },
  { surface: 'phone', page: 'kiosk/phone/stage', size: { width: 390, height: 844 }, scenes: phoneScenes },
]

export const stageLocales = ['zh-Hans', 'zh-Hant', 'en', 'pseudo'] as const
