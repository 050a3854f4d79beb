/** Reports as readers send them, for tests. */

const usages = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((key, index) => [key, 4 + index] as const))
for (const [index, key] of [...'1234567890'].entries()) usages.set(key, 0x1e + index)
usages.set(';', 0x33)
usages.set('=', 0x2e)
usages.set('/', 0x38)
/** By their key without Shift. */
const shifted = new Map([
  ['?', '/'],
  ['^', '6'],
])
const rightShift = 0x20

export interface KeyOptions {
  /** Digits from the number pad. */
  readonly pad?: boolean
  readonly reportId?: number
}

/** Each key down and up; a shifted one in four reports. `end`: the terminator's usage, if it types one. */
export function keyReports(text: string, end: number | undefined, options: KeyOptions = {}): Uint8Array[] {
  const { pad = false, reportId } = options
  const report = (modifiers: number, usage: number) =>
    Uint8Array.of(...(reportId === undefined ? [] : [reportId]), modifiers, 0, usage, 0, 0, 0, 0, 0)
  const press = (usage: number, modifiers = 0) => [
    ...(modifiers ? [report(modifiers, 0)] : []),
    report(modifiers, usage),
    ...(modifiers ? [report(modifiers, 0)] : []),
    report(0, 0),
  ]
  return [
    ...[...text].flatMap(key => {
      const lower = shifted.get(key) ?? key.toLowerCase()
      const usage = usages.get(lower) ?? 0
      if (pad) return press(usage + 0x59 - 0x1e)
      return press(usage, lower === key ? 0 : rightShift)
    }),
    ...(end === undefined ? [] : press(end)),
  ]
}

export function posReport(data: string, options: { aimAt?: number; continued?: boolean } = {}): Uint8Array {
  const { aimAt = 2, continued = false } = options
  const bytes = new Uint8Array(64)
  bytes.set([2, data.length])
  bytes.set(latin(']Q1'), aimAt)
  bytes.set(latin(data), aimAt + 3)
  bytes[63] = continued ? 1 : 0
  return bytes
}

export function stripeReport({ tracks, status = [] }: { tracks: readonly string[]; status?: readonly number[] }) {
  const bytes = new Uint8Array(337)
  bytes.set(status)
  for (const [index, track] of tracks.entries()) {
    bytes[3 + index] = track.length
    bytes.set(latin(track), 7 + 110 * index)
  }
  return bytes
}

const latin = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
