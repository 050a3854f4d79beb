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
  expect: { timeout: 30_000 },
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: join(root, '.cache/results/journeys.json') }]],
  // A trace makes everything half as slow again: TRACE=1 for whoever wants to look into one.
  use: { actionTimeout: 20_000, trace: process.env.TRACE ? 'on' : 'off', screenshot: 'only-on-failure' },
  projects: [{ name: 'chromium', use: { browserName: 'chromium', launchOptions: chromiumOptions() } }],
})
