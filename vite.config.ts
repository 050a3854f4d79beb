/** How everything is built and tested: `--mode web` makes the pages, `--mode server` what runs on Node. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import icons from 'unplugin-icons/vite'
import type { BuildEnvironmentOptions } from 'vite'
import { defineConfig } from 'vitest/config'
import { findEntries } from './scripts/build/entries.ts'
import { compileIcon } from './scripts/build/icons.ts'
import { findPages, namePages } from './scripts/build/pages.ts'
import { panelWorker, workerEntry, workerSource } from './scripts/build/panel-worker.ts'
import { websocketOnly } from './scripts/build/websocket-only.ts'

const root = import.meta.dirname

/**
 * What most parts of all pages import, in one file instead of a dozen: each file that a slow tablet asks for costs it ten
 * milliseconds, the smallest too. The worker has to stay one script.
 */
const common = {
  name: 'common',
  tags: ['$initial' as const],
  minShareCount: 8,
  test: (id: string) => !id.includes('/room-panel/worker/'),
}

const web: BuildEnvironmentOptions = {
  outDir: 'dist/web',
  emptyOutDir: true,
  target: ['chrome100', 'safari16'],
  // The content security policy knows 'self' only: nothing inline, no data: fonts.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: { ...findPages(root), [workerEntry]: join(root, workerSource) },
    // A browser asks for the worker by the same name for ever.
    output: {
      entryFileNames: ({ name }) => (name === workerEntry ? '[name].js' : 'assets/[name]-[hash].js'),
      codeSplitting: { groups: [common] },
    },
  },
}

const server: BuildEnvironmentOptions = {
  outDir: 'dist',
  // dist/web is somebody else's; the bootstrap removes what an older build left.
  emptyOutDir: false,
  target: 'node20',
  ssr: true,
  sourcemap: true,
  minify: false,
  rolldownOptions: {
    input: findEntries(root),
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
}

export default defineConfig(({ mode }) => ({
  root,
  appType: 'mpa',
  publicDir: false,
  plugins: [
    icons({ compiler: { compiler: compileIcon, extension: 'js' }, scale: 1, defaultClass: 'icon' }),
    namePages(),
    panelWorker(),
    ...(mode === 'web' ? [websocketOnly()] : []),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: mode === 'server' ? server : web,
  test: {
    // A machine that also builds and measures is late; a person would wait as long.
    testTimeout: 20_000,
    hookTimeout: 30_000,
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
          include: [
            '{hub/console,hub/trust,shared/client,shared/ui,kiosk,room-panel,scripts/{e2e,wall}}/**/*.test.tsx',
          ],
        },
      },
    ],
  },
}))
