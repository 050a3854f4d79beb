/** Debian's own kernel with its modules, fetched once: the cloud kernel has no uhid. */
import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { messageOf } from '../lib/message-of.ts'

const exec = promisify(execFile)

export interface Kernel {
  readonly version: string
  readonly image: string
  /** Of the modules that are needed, in the order in which they are loaded. */
  readonly modules: readonly string[]
}

const needed = ['hid/hid.ko', 'hid/hid-generic.ko', 'hid/uhid.ko', 'input/evdev.ko']

/** From `folder`, else downloaded there with apt, which needs no rights. */
export async function findKernel(folder: string): Promise<Kernel | { readonly missing: string }> {
  const there = await unpacked(folder)
  if (there) return there
  try {
    const { stdout } = await exec('apt-cache', ['depends', 'linux-image-amd64'])
    const [, name] = /Depends: (linux-image-[\w.+-]+)/.exec(stdout) ?? []
    if (name === undefined) return { missing: 'apt knows no linux-image-amd64: apt-get update' }
    await mkdir(folder, { recursive: true })
    console.log(`  下载 downloading ${name}`)
    await exec('apt-get', ['download', name], { cwd: folder })
    const [archive] = (await readdir(folder)).filter(file => file.endsWith('.deb'))
    if (archive === undefined) return { missing: `${name} was not downloaded` }
    await exec('dpkg-deb', ['-x', archive, '.'], { cwd: folder })
    await rm(join(folder, archive))
  } catch (error) {
    return { missing: `no kernel: ${messageOf(error)}` }
  }
  return (await unpacked(folder)) ?? { missing: `no kernel with uhid in ${folder}` }
}

async function unpacked(folder: string): Promise<Kernel | undefined> {
  const [version] = await readdir(join(folder, 'lib/modules')).catch(() => [])
  if (version === undefined) return undefined
  const drivers = join(folder, 'lib/modules', version, 'kernel/drivers')
  return {
    version,
    image: join(folder, 'boot', `vmlinuz-${version}`),
    modules: needed.map(module => join(drivers, module)),
  }
}
