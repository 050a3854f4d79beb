/** The virtual machine's whole disk: busybox, this very Node with its libraries, the built programs, the kernel's modules. */
import { execFile } from 'node:child_process'
import { chmod, copyFile, cp, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Kernel } from './kernel.ts'

const exec = promisify(execFile)

/** node-hid, what it needs, and what the readers' own code needs. */
const packages = ['node-hid', 'pkg-prebuilds', 'valibot']

export async function packInitramfs(deps: { root: string; tree: string; kernel: Kernel; file: string }): Promise<void> {
  const { root, tree, kernel, file } = deps
  const into = async (path: string, from: string) => {
    await mkdir(dirname(join(tree, path)), { recursive: true })
    await copyFile(from, join(tree, path))
  }
  await into('bin/busybox', await which('busybox'))
  await into('bin/node', process.execPath)
  for (const module of kernel.modules) await into(`modules/${basename(module)}`, module)
  for (const name of packages)
    await cp(join(root, 'node_modules', name), join(tree, 'app/node_modules', name), { recursive: true })
  for (const folder of ['chunks', 'scripts'])
    await cp(join(root, 'dist', folder), join(tree, 'app/dist', folder), {
      recursive: true,
      filter: from => !from.endsWith('.map'),
    })
  await writeFile(join(tree, 'app/package.json'), JSON.stringify({ type: 'module' }))
  const addon = join(root, 'node_modules/node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node')
  for (const library of new Set([...(await libraries(process.execPath)), ...(await libraries(addon))]))
    await into(library.slice(1), library)
  await writeFile(join(tree, 'init'), init(kernel.modules.map(module => basename(module))))
  await chmod(join(tree, 'init'), 0o755)
  await exec('sh', ['-c', `find . | cpio --quiet -o -H newc > "${file}"`], { cwd: tree, maxBuffer: 1 << 26 })
}

async function which(tool: string): Promise<string> {
  return (await exec('sh', ['-c', `command -v ${tool}`])).stdout.trim()
}

async function libraries(file: string): Promise<string[]> {
  const { stdout } = await exec('ldd', [file])
  return [...stdout.matchAll(/(\/\S+\.so[\w.]*)/g)].map(([path]) => path)
}

function init(modules: readonly string[]): string {
  return `#!/bin/busybox sh
/bin/busybox mkdir -p /dev /proc /sys /tmp /run
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t tmpfs tmp /tmp
${modules.map(module => `/bin/busybox insmod /modules/${module} || echo "no ${module}"`).join('\n')}
cd /app
/bin/node dist/scripts/reader-vm-guest.js || echo "ended with $?"
/bin/busybox poweroff -f
`
}
