/**
 * A disk whose power can be cut: ext4 in a file, mounted by a loop device, shut down by EXT4_IOC_SHUTDOWN without flushing
 * its log. What was not synced is gone then, as it would be on a machine that loses its power. Linux and root only.
 */
import { execFile, spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { messageOf } from '../lib/message-of.ts'
import { isInstalled, whyNotHere } from './programs.ts'

export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string
  mount(): Promise<void>
  /** The power goes. From the first time on nothing more gets to the disk for sure, from the second on nothing at all. */
  cut(): Promise<{ readonly from: number; readonly to: number }>
  /** After a cut: the system puts right what it finds, as at a start. Whoever used it must be gone. */
  remount(): Promise<void>
  unmount(): Promise<void>
  /** A copy of what is on the disk now; it must not be mounted. */
  copy(folder: string): Promise<LoopDisk>
}

const run = promisify(execFile)
const programs = ['mkfs.ext4', 'mount', 'umount', 'truncate', 'cp'] as const
/** Node has no ioctl. Perl is on every Debian, Python on most others. The number and the flag (no log flush) are ext4's. */
const cutters: Readonly<Record<string, readonly string[]>> = {
  perl: [
    '-e',
    'open(my $f, "<", $ARGV[0]) or die $!; $| = 1; print "ready\\n"; <STDIN>; my $flag = pack("I", 2); ioctl($f, 0x8004587d, $flag) or die $!; print "cut\\n"',
  ],
  python3: [
    '-c',
    'import fcntl, os, struct, sys\nf = os.open(sys.argv[1], os.O_RDONLY)\nprint("ready", flush=True)\nsys.stdin.readline()\nfcntl.ioctl(f, 0x8004587d, struct.pack("I", 2))\nprint("cut", flush=True)',
  ],
}

/** Why it cannot be done on this machine, in words; undefined when it can. */
export async function whyNoLoopDisk(folder: string): Promise<string | undefined> {
  const why = whyNotHere('powercut', programs, 'e2fsprogs mount coreutils')
  if (why !== undefined) return why
  if (!cutter()) return '缺 perl 或 python3 neither perl nor python3'
  try {
    const trial = await createLoopDisk(folder, 'trial')
    await trial.mount()
    try {
      await trial.cut()
    } finally {
      await trial.unmount()
    }
    return undefined
  } catch (error) {
    return `这里不能用回环设备 no loop devices here: ${messageOf(error)}`
  }
}

/** Made empty, and not mounted. */
export async function createLoopDisk(folder: string, name: string, megabytes = 128): Promise<LoopDisk> {
  const image = join(folder, `${name}.img`)
  await run('truncate', ['-s', `${megabytes}M`, image])
  await run('mkfs.ext4', ['-q', '-F', image])
  return diskOf(folder, name)
}

/** Whatever is still mounted below `folder`, after a campaign that ended halfway. */
export async function unmountAll(folder: string): Promise<void> {
  for (const line of (await readFile('/proc/mounts', 'utf8')).split('\n')) {
    const at = line.split(' ')[1]
    if (at?.startsWith(`${folder}/`)) await run('umount', ['-l', at])
  }
}

async function diskOf(folder: string, name: string): Promise<LoopDisk> {
  const image = join(folder, `${name}.img`)
  const at = join(folder, name)
  await mkdir(at, { recursive: true })
  const mount = async () => void (await run('mount', ['-o', 'loop', image, at]))
  /** A process that was killed is gone before the kernel has given back the last of its files. */
  const unmount = async (tries = 100): Promise<void> => {
    try {
      await run('umount', [at])
    } catch (error) {
      if (tries <= 1) throw error
      await pause(50)
      await unmount(tries - 1)
    }
  }
  return {
    folder: at,
    mount,
    cut: () => cutPower(at),
    async remount() {
      await unmount()
      await mount()
    },
    unmount,
    async copy(other) {
      const next = `copy-${Math.random().toString(36).slice(2)}`
      await run('cp', ['--sparse=always', image, join(other, `${next}.img`)])
      const made = await diskOf(other, next)
      return {
        ...made,
        async unmount() {
          await made.unmount()
          await rm(join(other, `${next}.img`))
          await rm(made.folder, { recursive: true })
        },
      }
    },
  }
}

function cutPower(folder: string): Promise<{ from: number; to: number }> {
  const program = cutter() ?? ''
  const child = spawn(program, [...(cutters[program] ?? []), folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  let [from, to] = [0, 0]
  return new Promise((done, failed) => {
    child.once('error', failed)
    // Not before it has let go of the folder, or that could not be unmounted.
    child.once('close', code => (code === 0 ? done({ from, to }) : failed(new Error(`${program} ended with ${code}`))))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('ready')) {
        from = performance.now()
        child.stdin.end('\n')
      }
      if (text.includes('cut')) to = performance.now()
    })
  })
}

const cutter = (): string | undefined => Object.keys(cutters).find(isInstalled)
