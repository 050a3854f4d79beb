/** What this machine lacks to boot another one. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const tools = ['qemu-system-x86_64', 'cpio', 'busybox', 'ldd'] as const
/** node-hid's hidraw build links it. */
const library = '/usr/lib/x86_64-linux-gnu/libudev.so.1'

export async function missingTools(): Promise<readonly string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return ['Linux x64']
  const found = await Promise.all(
    tools.map(tool =>
      exec('sh', ['-c', `command -v ${tool}`]).then(
        () => undefined,
        () => tool,
      ),
    ),
  )
  return [...found.filter(tool => tool !== undefined), ...(existsSync(library) ? [] : ['libudev1'])]
}
