import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { buildOf } from './panel-worker.ts'

const chunk = (imports: string[], dynamicImports: string[] = [], css: string[] = []) =>
  ({
    type: 'chunk',
    imports,
    dynamicImports,
    viteMetadata: { importedCss: new Set(css), importedAssets: new Set() },
  }) as unknown as Rolldown.OutputChunk
const asset = { type: 'asset' } as unknown as Rolldown.OutputAsset

const page = '<script src="/assets/panel-1.js"></script><link rel="stylesheet" href="/assets/panel-1.css">'
const bundle = {
  'assets/panel-1.js': chunk(['assets/shared-1.js'], ['assets/room-1.js']),
  'assets/shared-1.js': chunk([]),
  'assets/room-1.js': chunk(['assets/panel-1.js', 'assets/shared-1.js'], [], ['assets/room-1.css', 'assets/s-1.woff2']),
  'assets/panel-1.css': asset,
  'assets/room-1.css': asset,
  'assets/s-1.woff2': asset,
  'assets/console-1.js': chunk([]),
}

test('names all that the page may ever load, and neither fonts nor what is other pages’', () => {
  expect(buildOf(page, bundle).files).toEqual([
    '/assets/panel-1.css',
    '/assets/panel-1.js',
    '/assets/room-1.css',
    '/assets/room-1.js',
    '/assets/shared-1.js',
  ])
})

test('is another build when the page or any of its files is, and else the same', () => {
  const { id } = buildOf(page, bundle)
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  expect(buildOf(page, { ...bundle }).id).toBe(id)
  expect(buildOf(`${page} `, bundle).id).not.toBe(id)
  const more = { ...bundle, 'assets/room-1.js': chunk([]) }
  expect(buildOf(page, more).id).not.toBe(id)
})
