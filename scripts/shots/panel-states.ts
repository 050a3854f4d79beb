/** Every state of every screen of the panel, as its stage can show it. A new state is a new line here. */
export interface ScreenState {
  readonly screen: string
  readonly state: string
  /** What the stage is asked for, as its own header says. */
  readonly query: string
  /** What a finger then presses, one after the other. */
  readonly press?: readonly string[]
  /** What is then typed, and into which field where the screen does not listen by itself. */
  readonly type?: string
  readonly into?: string
  /** The name of a file that is then chosen. */
  readonly file?: string
  /** What stands in it. */
  readonly holds?: string
  /** What is there once it has come to its end. */
  readonly until?: string
  /** What is then scrolled to, until its end is in the picture. */
  readonly end?: string
}

const category = (at: number) => `.category:nth-child(${at + 1})`

export const panelStates: readonly ScreenState[] = [
  ...['playlist', 'search', 'drinks', 'service', 'feedback'].flatMap((screen): readonly ScreenState[] => [
    { screen, state: 'plain', query: `screen=${screen}` },
    { screen, state: 'full', query: `screen=${screen}&scene=busy` },
    { screen, state: 'empty', query: `screen=${screen}&scene=empty` },
    { screen, state: 'offline', query: `screen=${screen}&scene=away` },
    { screen, state: 'long', query: `screen=${screen}&scene=long` },
  ]),
  { screen: 'playlist', state: 'sung', query: 'screen=playlist', press: ['.playlist-bar [role=tab]:nth-child(2)'] },
  {
    screen: 'playlist',
    state: 'removed',
    query: 'screen=playlist&unanswered',
    press: ['.song-row .song-key[data-variant=quiet]'],
  },
  { screen: 'playlist', state: 'skipping', query: 'screen=playlist&unanswered', press: ['.now .button'] },
  { screen: 'search', state: 'found', query: 'screen=search', type: 'h' },
  { screen: 'search', state: 'nothing found', query: 'screen=search', type: 'zzz' },
  { screen: 'drinks', state: 'menu', query: 'screen=drinks', press: [category(4)] },
  { screen: 'drinks', state: 'packages', query: 'screen=drinks', press: [category(3)] },
  { screen: 'drinks', state: 'notes', query: 'screen=drinks', press: [category(5)] },
  { screen: 'drinks', state: 'how', query: 'screen=drinks', press: [category(5), 'button.item-text'] },
  { screen: 'drinks', state: 'favourites', query: 'screen=drinks', press: [category(2)] },
  { screen: 'drinks', state: 'basket', query: 'screen=drinks', press: [category(4), '.item-collect'] },
  { screen: 'drinks', state: 'ordered', query: 'screen=drinks&unanswered', press: [category(4), '.item-order'] },
  { screen: 'drinks', state: 'adjusted', query: 'screen=drinks', press: ['.round-adjust'] },
  { screen: 'drinks', state: 'found', query: 'screen=drinks', press: [category(0)], type: 'pj' },
  {
    screen: 'drinks',
    state: 'found beside a basket',
    query: 'screen=drinks',
    press: [category(4), '.item-collect', category(0)],
    type: 'pj',
  },
  { screen: 'drinks', state: 'nothing found', query: 'screen=drinks', press: [category(0)], type: 'zzz' },
  { screen: 'drinks', state: 'staff order', query: 'screen=drinks&scene=staff' },
  { screen: 'drinks', state: 'settled', query: 'screen=drinks&scene=settled' },
  { screen: 'drinks', state: 'totals hidden', query: 'screen=drinks&scene=hosted' },
  { screen: 'drinks', state: 'host code', query: 'screen=drinks&scene=hosted', press: ['.spend-key'] },
  { screen: 'drinks', state: 'gift', query: 'screen=drinks&scene=gift' },
  { screen: 'service', state: 'refused', query: 'screen=service&scene=refused' },
  { screen: 'drinks', state: 'no songs', query: 'screen=drinks&scene=nosongs' },
  { screen: 'service', state: 'complaint', query: 'screen=service', press: ['.service-complain'] },
  { screen: 'feedback', state: 'reasons', query: 'screen=feedback&unanswered', press: ['.face'] },
  { screen: 'feedback', state: 'thanks', query: 'screen=feedback&unanswered', press: ['.face:nth-child(4)'] },
  { screen: 'over all', state: 'late', query: 'screen=playlist&scene=late' },
  { screen: 'over all', state: 'big round', query: 'screen=drinks&scene=big' },
  { screen: 'over all', state: 'tapped before they moved', query: 'screen=playlist&scene=moved' },
  { screen: 'over all', state: 'somebody at the door', query: 'screen=playlist&scene=seeker' },
  { screen: 'over all', state: 'answering the door', query: 'screen=playlist&scene=seeker', press: ['.header-offer'] },
  { screen: 'over all', state: 'comfort', query: 'screen=playlist', press: ['.header-key'] },
  { screen: 'over all', state: 'language', query: 'screen=playlist', press: ['.header-key + .header-key'] },
  { screen: 'nobody', state: 'idle', query: 'scene=idle' },
  { screen: 'nobody', state: 'greeting', query: 'scene=new', until: '.greeting-line[data-shown]' },
  { screen: 'nobody', state: 'loading', query: 'scene=connecting' },
  { screen: 'nobody', state: 'pairing', query: 'scene=pairing' },
  { screen: 'nobody', state: 'set-up', query: 'scene=idle', press: ['.idle-setup'] },
]

/** How each of them is looked at. */
export const panelLooks = [
  ...['zh-Hans', 'zh-Hant', 'en', 'pseudo'].map(lang => ({ look: lang, query: `lang=${lang}` })),
  ...['zh-Hans', 'zh-Hant', 'en'].map(lang => ({ look: `${lang} 大字`, query: `lang=${lang}&large` })),
  { look: 'zh-Hans left', query: 'lang=zh-Hans&left' },
  { look: 'en low', query: 'lang=en&low' },
] as const

/** On its side, upright, and as flat as a television. */
export const panelSizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
] as const
