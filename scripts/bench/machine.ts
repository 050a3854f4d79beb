/** On what it was measured. */
import { readFileSync } from 'node:fs'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  /** Such as `ext4 on /dev/vda`. */
  readonly disk: string
  readonly system: string
  readonly node: string
  /** Work that waited for a core in the last minute, before the bench began: much more than 0 is somebody else's. */
  readonly load: number
}

/** `folder` is where the measured data lies. */
export function thisMachine(folder: string): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    disk: diskOf(folder, readIfThere('/proc/mounts')),
    system: `${platform()} ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

/** The mount with the longest path that `folder` is below. `mounts`: as in /proc/mounts; '' where there is none. */
export function diskOf(folder: string, mounts: string): string {
  const found = mounts
    .split('\n')
    .map(line => line.split(' '))
    .filter(([, path = '']) => path !== '' && `${folder}/`.startsWith(path === '/' ? path : `${path}/`))
    .sort(([, a = ''], [, b = '']) => b.length - a.length)[0]
  if (!found) return 'unknown'
  const [device = '', , kind = ''] = found
  return `${kind} on ${device}`
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // No such table outside Linux: the disk is then unknown, and said to be.
    return ''
  }
}
