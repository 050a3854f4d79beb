/** The disk under the data folder: every tap waits for it. */
import { closeSync, constants, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { bad, type Finding, good, warn } from './finding.ts'
import { couldNot, makeRoom, remedyFor } from './tried.ts'

export interface DiskFacts {
  /** Of one small synced write, ms; or why there could be none. */
  readonly write:
    | { readonly p50: number; readonly p99: number }
    | { readonly refused: unknown; readonly remedy: string }
  readonly freeBytes: number
  /** `f_type` of statfs(2) on Linux; 0 elsewhere. */
  readonly type: number
}

const writes = 200
/** What a line of the journal takes. */
const lineBytes = 512

/** Writes as the journal does, into zeroes that were allotted before. `folder` must exist. */
export async function measureDisk(folder: string): Promise<DiskFacts> {
  const write = await measureWrites(folder).catch(async (refused: unknown) => ({
    refused,
    remedy: await remedyFor(refused, folder),
  }))
  const { bavail, bsize, type } = await statfs(folder)
  return { write, freeBytes: bavail * bsize, type: process.platform === 'linux' ? type : 0 }
}

async function measureWrites(folder: string): Promise<{ p50: number; p99: number }> {
  const path = join(folder, `doctor-${process.pid}.tmp`)
  const took: number[] = []
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600)
  try {
    writeSync(file, Buffer.alloc(writes * lineBytes), 0, writes * lineBytes, 0)
    fdatasyncSync(file)
    const line = Buffer.alloc(lineBytes, 'x')
    for (let n = 0; n < writes; n++) {
      const began = performance.now()
      writeSync(file, line, 0, lineBytes, n * lineBytes)
      fdatasyncSync(file)
      took.push(performance.now() - began)
    }
  } finally {
    closeSync(file)
    await rm(path, { force: true })
  }
  took.sort((a, b) => a - b)
  return { p50: at(took, 0.5), p99: at(took, 0.99) }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Numbers from Linux's magic.h. */
const unfit: Readonly<Record<number, string>> = {
  16914836: 'tmpfs：断电就没了 gone when the power is',
  26985: 'NFS：网络盘断了店就停 a network disk: no network, no evening',
  20859: 'SMB：网络盘断了店就停 a network disk: no network, no evening',
  4266872130: 'SMB：网络盘断了店就停 a network disk: no network, no evening',
  4283649346: 'CIFS：网络盘断了店就停 a network disk: no network, no evening',
  19780: 'FAT：断电会坏 breaks in a power cut',
  538032816: 'exFAT：断电会坏 breaks in a power cut',
}

/** All taps of a moment share one write, and the next ones wait for it: what a guest feels is about twice this. */
const slowMs = 20
const tooSlowMs = 50
const aNight = 200e6
const manyNights = 2e9

const anotherDisk = 'DATA_DIR=… 放到本机的固态硬盘 put it on an SSD in this machine'

export function judgeDisk({ write, freeBytes, type }: DiskFacts): Finding[] {
  const room = `剩 free ${(freeBytes / 1e9).toFixed(1)} GB`
  const kind = unfit[type]
  return [
    'refused' in write ? couldNot('磁盘 disk', write.refused, write.remedy) : judgeSpeed(write),
    freeBytes < aNight
      ? bad('空间 room', room, makeRoom)
      : freeBytes < manyNights
        ? warn('空间 room', room, '一晚大约 30 MB，备份另算 a night takes about 30 MB, backups besides')
        : good('空间 room', room),
    ...(kind === undefined ? [] : [bad('文件系统 file system', kind, anotherDisk)]),
  ]
}

function judgeSpeed({ p50, p99 }: { p50: number; p99: number }): Finding {
  const speed = `一次落盘 one synced write ${p50.toFixed(1)} ms，p99 ${p99.toFixed(1)} ms`
  if (p50 > tooSlowMs) return bad('磁盘 disk', `${speed}：点一下要等 every tap waits for it`, anotherDisk)
  return p50 > slowMs || p99 > 10 * slowMs
    ? warn('磁盘 disk', `${speed}：有点慢 rather slow`, anotherDisk)
    : good('磁盘 disk', speed)
}
