/** The Chromium that journeys, pictures and films are made with, and the switches it needs. */
import { findChromium } from './find-chromium.mjs'

/**
 * For `chromium.launch()` and the `launchOptions` of a project.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumOptions() {
  const executablePath = findChromium()
  return { ...(executablePath ? { executablePath } : {}), args: [...quiet, ...(isRoot() ? ['--no-sandbox'] : [])] }
}

/** Nothing of its own on the network, and no GPU that a build machine does not have. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function isRoot() {
  return process.getuid?.() === 0
}
