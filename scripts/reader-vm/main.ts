/**
 * `npm run reader:vm`: boots a Debian kernel in QEMU, without hardware and without KVM, and runs the readers' own code against
 * readers that the kernel takes for real ones. Exit codes: 0 all passed, 1 some failed, 77 skipped, which is never a pass.
 */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { skip } from '../lib/skipped.ts'
import { boot } from './boot.ts'
import { findKernel } from './kernel.ts'
import { missingTools } from './missing-tools.ts'
import { packInitramfs } from './pack.ts'
import { table } from './table.ts'

const passed = 0
const failed = 1
const name = '读卡 reader:vm'
const packages = 'qemu-system-x86 cpio busybox-static kmod libudev1'

const root = resolve(import.meta.dirname, '../..')
const work = join(root, '.cache/reader-vm')

process.exitCode = await run()

async function run(): Promise<number> {
  const missing = await missingTools()
  if (missing.length > 0)
    return skip(name, `没有 missing ${missing.join(', ')}\n  apt-get install --no-install-recommends ${packages}`)
  await mkdir(work, { recursive: true })
  const kernel = await findKernel(join(work, 'kernel'))
  if ('missing' in kernel) return skip(name, kernel.missing)
  const tree = join(work, 'tree')
  await rm(tree, { recursive: true, force: true })
  await mkdir(join(tree, 'app'), { recursive: true })
  await cp(join(root, 'kiosk/reader/fixtures'), join(tree, 'app/dist/fixtures'), { recursive: true })
  const initramfs = join(work, 'initramfs.cpio')
  await packInitramfs({ root, tree, kernel, file: initramfs })

  console.log(`  开机 booting ${kernel.version}`)
  const { results, exit, log } = await boot({ kernel: kernel.image, initramfs, said: line => console.log(`  ${line}`) })
  console.log(table(results))
  const good = exit === 0 && results.length > 0 && results.every(({ ok }) => ok)
  if (!good) console.log(log)
  console.log(
    good ? '  通过 passed' : `  没通过 FAILED (${exit === undefined ? 'the machine ended early' : `exit ${exit}`})`,
  )
  return good ? passed : failed
}
