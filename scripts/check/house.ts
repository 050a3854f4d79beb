/** The house: which part may import which. Read it as the map of the whole product. */

export interface Part {
  /** Folder, or file, from the top. The longest one that contains a file is its part. */
  readonly path: string
  /** Parts it may import, with everything below them, besides itself. */
  readonly may: readonly string[]
  /** Runs on Node, at least also: its packages must be in `dependencies`, because the build leaves them outside. */
  readonly node?: true
}

export const house: readonly Part[] = [
  // What every surface agrees on.
  { path: 'shared/protocol', may: [], node: true },
  { path: 'shared/i18n', may: ['shared/protocol'], node: true },
  { path: 'shared/client', may: ['shared/protocol', 'shared/i18n'] },
  { path: 'shared/ui', may: ['shared/protocol', 'shared/i18n', 'shared/client', 'shared/ui/glyphs.ts'] },
  // Whoever makes a venue in a terminal is told, too, what no screen of it could draw.
  { path: 'shared/ui/glyphs.ts', may: ['shared/ui'], node: true },

  // The surfaces know what is shared, and nothing of each other or of the hub.
  { path: 'kiosk/screen', may: ['shared'] },
  { path: 'kiosk/phone', may: ['shared'] },
  { path: 'room-panel', may: ['shared'] },
  { path: 'hub/console', may: ['shared'] },
  { path: 'hub/trust', may: ['shared'] },
  { path: 'scripts/wall', may: ['shared'] },
  { path: 'kiosk/reader', may: ['shared/protocol', 'shared/i18n'], node: true },

  // The hub decides in pure folders; the edges around them know those, never the other way round.
  { path: 'hub/domain', may: ['shared/protocol', 'hub/insight'], node: true },
  { path: 'hub/insight', may: ['shared/protocol', 'hub/domain'], node: true },
  { path: 'hub/views', may: ['shared/protocol', 'hub/domain', 'hub/insight'], node: true },
  { path: 'hub/night', may: ['shared/protocol', 'hub/domain'], node: true },
  {
    path: 'hub',
    may: ['shared/protocol', 'shared/i18n', 'hub/domain', 'hub/insight', 'hub/views', 'hub/night'],
    node: true,
  },

  // Tools around the house. Nothing imports them.
  {
    path: 'scripts',
    may: [
      'scripts/build',
      'shared/protocol',
      'shared/i18n',
      'shared/ui/glyphs.ts',
      'hub',
      'hub/domain',
      'hub/insight',
      'hub/views',
      'hub/night',
      'kiosk/reader',
      'scripts/bootstrap',
      'scripts/bench/cards',
    ],
    node: true,
  },
  { path: 'scripts/bench/cards', may: ['shared/protocol', 'kiosk/reader', 'scripts', 'scripts/bootstrap'] },
  {
    path: 'scripts/e2e',
    may: [
      'shared',
      'scripts',
      'scripts/shots',
      'scripts/bootstrap',
      'hub',
      'hub/domain',
      'hub/insight',
      'hub/views',
      'hub/night',
      'kiosk/reader',
      'kiosk/screen',
    ],
  },
  {
    path: 'scripts/campaigns',
    may: ['shared/protocol', 'shared/client', 'scripts', 'scripts/build', 'hub', 'hub/domain'],
  },
  {
    path: 'scripts/shots',
    may: ['shared', 'scripts', 'scripts/bootstrap', 'hub', 'hub/domain', 'hub/insight', 'hub/views', 'hub/night'],
  },
  { path: 'scripts/build', may: [] },
  { path: 'scripts/check', may: [] },
  { path: 'scripts/bootstrap', may: [] },
  { path: 'vite.config.ts', may: ['scripts/build'] },
]

/** The only folders at the top; `docs` holds no source. Those that start with a dot, and what is made by tools, do not count. */
export const topFolders: readonly string[] = ['kiosk', 'room-panel', 'hub', 'shared', 'scripts', 'docs']
export const madeByTools: readonly string[] = ['dist', 'node_modules', 'data']

/** The part that `file` (from the top, with `/`) belongs to. */
export function partOf(file: string): Part | undefined {
  let best: Part | undefined
  for (const part of house) {
    if (contains(part.path, file) && part.path.length > (best?.path.length ?? 0)) best = part
  }
  return best
}

/** Whether a file of `from` may import one of `to`. */
export function mayImport(from: Part, to: Part): boolean {
  if (from === to) return true
  return from.may.some(path => path === to.path || (!isPart(path) && contains(path, to.path)))
}

/** A path that is a part of its own names that part only: `hub` is not `hub/console`. */
function isPart(path: string): boolean {
  return house.some(part => part.path === path)
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
