import { describe, expect, test } from 'vitest'
import { findBreaches } from './rules.ts'

const folders = ['hub', 'kiosk', 'room-panel', 'scripts', 'shared', 'dist', '.git']

/** A house of a few files, each given as its source. */
function breachesOf(files: Record<string, string>, more: Partial<Parameters<typeof findBreaches>[0]> = {}): string[] {
  return findBreaches({
    files: new Map(Object.entries(files)),
    folders,
    dependencies: [],
    devDependencies: [],
    ...more,
  })
}

describe('directions', () => {
  test('a house whose imports point one way stands', () => {
    expect(
      breachesOf({
        'shared/protocol/words.ts': 'export type Room = string',
        'shared/ui/button.tsx': `import type { Room } from '../protocol/words.ts'`,
        'hub/domain/visit/state.ts': `import type { Room } from '../../../shared/protocol/words.ts'`,
        'hub/views/room.ts': `import type { Visit } from '../domain/visit/state.ts'`,
        'hub/hub.ts': `import { readFile } from 'node:fs/promises'\nimport './views/room.ts'`,
        'kiosk/screen/app.tsx': `import '../../shared/ui/button.tsx'`,
        'scripts/start.ts': `import '../hub/hub.ts'`,
      }),
    ).toEqual([])
  })

  test.each([
    ['kiosk/screen/app.tsx', 'hub/domain/tax.ts', 'kiosk/screen may not import hub/domain (allowed: shared)'],
    ['kiosk/screen/app.tsx', 'hub/ports.ts', 'kiosk/screen may not import hub (allowed: shared)'],
    ['room-panel/app.tsx', 'kiosk/phone/app.tsx', 'room-panel may not import kiosk/phone (allowed: shared)'],
    ['hub/console/app.tsx', 'hub/ports.ts', 'hub/console may not import hub (allowed: shared)'],
    ['hub/hub.ts', 'hub/console/app.ts', 'hub may not import hub/console'],
    ['hub/hub.ts', 'scripts/demo.ts', 'hub may not import scripts'],
    ['hub/domain/order.ts', 'hub/views/room.ts', 'hub/domain may not import hub/views'],
    ['hub/domain/order.ts', 'hub/ports.ts', 'hub/domain may not import hub (allowed: shared/protocol, hub/insight)'],
    [
      'shared/protocol/words.ts',
      'shared/i18n/zh.ts',
      'shared/protocol may not import shared/i18n (allowed: itself only)',
    ],
    ['shared/client/link.ts', 'shared/ui/button.tsx', 'shared/client may not import shared/ui'],
  ])('%s may not import %s', (from, to, words) => {
    const up = '../'.repeat(from.split('/').length - 1)
    const [breach, ...others] = breachesOf({ [from]: `\nimport type { X } from '${up}${to}'`, [to]: '' })
    expect(breach).toContain(`${from}:2 imports ${up}${to}: ${words}`)
    expect(others).toEqual([])
  })

  test.each([
    ['a type', `import type { A } from '../hub/ports.ts'`],
    ['an inline type', `type A = import('../hub/ports.ts').A`],
    ['a re-export', `export * from '../hub/ports.ts'`],
    ['a named re-export', `export { a } from '../hub/ports.ts'`],
    ['a dynamic import', `const a = await import('../hub/ports.ts')`],
    ['a side effect', `import '../hub/ports.ts'`],
  ])('sees %s', (_name, source) => {
    expect(breachesOf({ 'room-panel/app.tsx': source, 'hub/ports.ts': '' })).toEqual([
      'room-panel/app.tsx:1 imports ../hub/ports.ts: room-panel may not import hub (allowed: shared)',
    ])
  })

  test('style sheets and pages are bound too', () => {
    expect(
      breachesOf({
        'room-panel/app.css': `@import '../kiosk/screen/app.css';`,
        'kiosk/screen/app.css': '',
        'room-panel/index.html': `<script type="module" src="../kiosk/screen/main.tsx"></script>`,
        'kiosk/screen/main.tsx': '',
      }),
    ).toHaveLength(2)
  })

  test('words in strings and comments are no imports', () => {
    expect(
      breachesOf({ 'hub/ports.ts': `// import('../kiosk/a.ts')\nexport const words = "import('../kiosk/a.ts')"` }),
    ).toEqual([])
  })

  test('a computed name is refused', () => {
    expect(breachesOf({ 'hub/hub.ts': 'export const load = (name: string) => import(name)' })).toEqual([
      'hub/hub.ts:1 imports a computed name: nobody can tell what it needs',
    ])
  })

  test('a file that is not there is named', () => {
    expect(breachesOf({ 'hub/hub.ts': `import './ports'` })[0]).toContain(
      'hub/hub.ts:1 imports ./ports: there is no file hub/ports',
    )
  })

  test('what is for tests stays with tests', () => {
    const files = { 'hub/domain/given.testing.ts': '', 'hub/domain/order.test.ts': `import './given.testing.ts'` }
    expect(breachesOf(files)).toEqual([])
    expect(breachesOf({ ...files, 'hub/domain/order.ts': `import './given.testing.ts'` })).toEqual([
      'hub/domain/order.ts:1 imports ./given.testing.ts: only tests may import what is for tests',
    ])
  })
})

describe('circles', () => {
  test('a circle through a type import is one', () => {
    expect(
      breachesOf({
        'hub/domain/a.ts': `import { b } from './b.ts'`,
        'hub/domain/b.ts': `import { c } from './c.ts'`,
        'hub/domain/c.ts': `import type { A } from './a.ts'`,
        'hub/domain/d.ts': `import { a } from './a.ts'`,
      }),
    ).toEqual(['circle: hub/domain/a.ts → hub/domain/b.ts → hub/domain/c.ts → hub/domain/a.ts'])
  })

  test('a file that imports itself is one', () => {
    expect(breachesOf({ 'hub/a.ts': `import './a.ts'` })).toEqual(['circle: hub/a.ts → hub/a.ts'])
  })

  test('a diamond is none', () => {
    expect(
      breachesOf({
        'hub/a.ts': `import './b.ts'\nimport './c.ts'`,
        'hub/b.ts': `import './d.ts'`,
        'hub/c.ts': `import './d.ts'`,
        'hub/d.ts': '',
      }),
    ).toEqual([])
  })
})

describe('packages and folders', () => {
  test('an undeclared package is named', () => {
    expect(breachesOf({ 'hub/a.ts': `import x from '@scope/left-pad/deep'` })).toEqual([
      'hub/a.ts:1 imports @scope/left-pad/deep: @scope/left-pad is not in package.json',
    ])
  })

  test('what runs in a venue needs real dependencies; its tests do not', () => {
    const source = { 'hub/a.ts': `import 'vitest'`, 'hub/a.test.ts': `import 'vitest'` }
    expect(breachesOf(source, { devDependencies: ['vitest'] })).toEqual([
      'hub/a.ts:1 imports vitest: vitest is a devDependency, but this runs in a venue',
    ])
  })

  test('a dependency that nobody imports is idle', () => {
    const source = { 'hub/a.ts': `import 'used/deep'` }
    expect(breachesOf(source, { dependencies: ['used', 'idle'] })).toEqual(['package.json: nothing imports idle'])
  })

  test('an icon belongs to the package of its collection', () => {
    const source = { 'room-panel/a.tsx': `import Mic from '~icons/lucide/mic'` }
    expect(breachesOf(source, { devDependencies: ['@iconify-json/lucide'] })).toEqual([])
  })

  test('a new folder at the top is refused', () => {
    expect(breachesOf({}, { folders: [...folders, 'utils'] })).toEqual([
      'utils/ stands at the top: everything lives in kiosk, room-panel, hub, shared, scripts, docs',
    ])
  })
})
