/** How the journeys run: real Chromium, each worker with its own hub. */
import { join } from 'node:path'
import { defineConfig } from 'playwright/test'
import { chromiumOptions } from '../bootstrap/chromium-options.mjs'

const root = join(import.meta.dirname, '../..')

export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: './make-venue.ts',
  testMatch: '**/*.journey.ts',
  outputDir: join(root, '.cache/journeys'),
  workers: 2,
  retries: 0,
  // A machine that also builds and measures answers late; a person would wait as long.
  expect: { timeout: 15_000 },
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: join(root, '.cache/results/journeys.json') }]],
  use: { actionTimeout: 20_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [{ name: 'chromium', use: { browserName: 'chromium', launchOptions: chromiumOptions() } }],
})
