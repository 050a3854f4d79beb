/** How everything is built and tested: `--mode web` makes the pages, `--mode server` what runs on Node. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import icons from 'unplugin-icons/vite'
import type { BuildEnvironmentOptions } from 'vite'
import { defineConfig } from 'vitest/config'
import { compileHub } from './scripts/build/compile-hub.ts'
import { compressed } from './scripts/build/compressed.ts'
import { consoleIcons } from './scripts/build/console-icons.ts'
import { findEntries } from './scripts/build/entries.ts'
import { compileIcon } from './scripts/build/icons.ts'
import { flags } from './scripts/build/node-settings.ts'
import { findPages, namePages } from './scripts/build/pages.ts'
import { panelWorker, workerEntry, workerSource } from './scripts/build/panel-worker.ts'
import { websocketOnly } from './scripts/build/websocket-only.ts'

const root = import.meta.dirname

const web: BuildEnvironmentOptions = {
  outDir: 'dist/web',
  // Several builds write there; the bootstrap removes what older ones left.
  emptyOutDir: false,
  target: ['chrome100', 'safari16'],
  // The content security policy knows 'self' only: nothing inline, no data: fonts.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
}

/** What most parts of several pages import, in one file instead of a dozen. */
const common = { name: 'common', tags: ['$initial' as const], minShareCount: 8 }

/** A guest's page speaks one language at a time: one file of it, and not one for each part. */
const words = {
  name: (id: string) => `words-${/\/i18n\/([a-z-]+)\//.exec(id)?.[1]}`,
  test: /\/shared\/i18n\/(zh-hans|zh-hant|en)\//,
}

/** A browser asks for the worker by the same name for ever. */
const entryFileNames = ({ name }: { name: string }) => (name === workerEntry ? '[name].js' : 'assets/[name]-[hash].js')

const { panel = '', kiosk = '', phone = '', ...staff } = findPages(root)

/**
 * No guest's device opens a second page. Built alone, what it needs before the first tap is one file or two: each that a slow
 * tablet asks for costs it ten milliseconds, the smallest too.
 */
const alone = (input: Record<string, string>) => ({
  consumer: 'client' as const,
  build: { rolldownOptions: { input, output: { entryFileNames, codeSplitting: { groups: [words] } } } },
})

const environments = {
  client: { build: { rolldownOptions: { input: staff, output: { codeSplitting: { groups: [common] } } } } },
  panel: alone({ panel, [workerEntry]: join(root, workerSource) }),
  kiosk: alone({ kiosk }),
  phone: alone({ phone }),
}

/** `input`: name in dist → source. */
const onNode = (input: Record<string, string>): BuildEnvironmentOptions => ({
  outDir: 'dist',
  // dist/web is somebody else's; the bootstrap removes what an older build left.
  emptyOutDir: false,
  target: 'node20',
  ssr: true,
  sourcemap: true,
  minify: false,
  rolldownOptions: {
    input,
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
})

const { 'hub/program': hub = '', 'hub/worker': worker = '', ...programs } = findEntries(root)

/**
 * What opens after a power cut while a house waits for it. Looked for and read file by file in node_modules, the libraries
 * alone took it a third of a second, most of them for parts that it never calls.
 */
const inOneFile = (input: Record<string, string>, rolldownOptions = {}) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const },
  build: { ...onNode(input), rolldownOptions: { ...onNode(input).rolldownOptions, ...rolldownOptions } },
})

const nodeEnvironments = {
  ssr: { build: onNode(programs) },
  hub: inOneFile(
    { 'hub/program': hub },
    { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
  ),
  worker: inOneFile({ 'hub/worker': worker }),
}

export default defineConfig(({ mode }) => ({
  root,
  appType: 'mpa',
  publicDir: false,
  plugins: [
    icons({ compiler: { compiler: compileIcon, extension: 'js' }, scale: 1, defaultClass: 'icon' }),
    namePages(),
    panelWorker(),
    consoleIcons(root),
    ...(mode === 'web' ? [websocketOnly(), compressed()] : []),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(mode !== 'server' && { build: web }),
  ...(mode === 'server' && {
    environments: nodeEnvironments,
    builder: {
      buildApp: async ({ environments: all, build }) => {
        await Promise.all([all.ssr, all.hub, all.worker].map(one => one && build(one)))
        await compileHub(join(root, 'dist/hub/main.js'), flags)
      },
    },
  }),
  ...(mode === 'web' && {
    environments,
    builder: {
      buildApp: async ({ environments: all, build }) => {
        await Promise.all([all.client, all.panel, all.kiosk, all.phone].map(one => one && build(one)))
      },
    },
  }),
  test: {
    // A machine that also builds and measures is late; a person would wait as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // Two cores are two workers: the main process only waits.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Modules of ours keep no state of their own; a fresh process for each file took longer than the tests.
          isolate: false,
          include: ['{hub,shared,kiosk,room-panel,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'happy-dom',
          setupFiles: 'shared/ui/patience.testing.ts',
          include: [
            '{hub/console,hub/trust,shared/client,shared/ui,kiosk,room-panel,scripts/{e2e,wall}}/**/*.test.tsx',
          ],
        },
      },
    ],
  },
}))
