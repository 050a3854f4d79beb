/** What cannot be done on this machine is not done, which is never a pass: it is said why, and by an exit code of its own. */

/** As automake and other runners of tests count it. */
const skipped = 77

/** Says so; answers the exit code. */
export function skip(what: string, why: string): number {
  console.log(`\n  ${what}: 跳过 skipped: ${why}\n`)
  return skipped
}
