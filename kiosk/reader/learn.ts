/**
 * Shows what an unknown device sends: its ids, its bytes, and what each model would make of them. The only place where a
 * card's number is printed, and it says so first.
 */
import type { Hid, PluggedDevice } from './hid.ts'
import { models } from './models.ts'
import { createReading } from './reading.ts'
import type { Say } from './say.ts'

/** Opens everything that may be opened, until the process ends. */
export async function learn(deps: { hid: Hid; say: Say; print: (line: string) => void }): Promise<void> {
  const { hid, say, print } = deps
  const open = new Set<string>()
  say(t => t('reader.learning'))

  async function look(): Promise<void> {
    for (const device of await hid.list()) {
      if (open.has(device.path)) continue
      open.add(device.path)
      print(`\n  ${device.path}  ${idsOf(device)}  ${device.name ?? ''}`)
      await listen(device)
    }
  }

  async function listen(device: PluggedDevice): Promise<void> {
    const readings = models.map(model => [model.name, createReading(model.create())] as const)
    const opened = await hid.open(device.path, {
      report(bytes) {
        print(
          `  ${device.path}  ${bytes.length}: ${Buffer.from(bytes)
            .toString('hex')
            .replace(/(00)+$/, '…')}`,
        )
        const now = performance.now()
        for (const [name, reading] of readings) {
          const scan = reading.report(bytes, now, now)
          if (scan)
            print(`  ${device.path}  ${name}: ${scan.kind === 'unreadable' ? '—' : `${scan.kind} ${scan.text}`}`)
        }
      },
      gone() {
        open.delete(device.path)
        print(`  ${device.path}  –`)
      },
    })
    if (opened === 'no-rights') say(t => t('reader.is.no-rights', { reader: device.path }))
  }

  hid.onChange(() => void look().catch(error => print(`  ${String(error)}`)))
  await look()
}

function idsOf({ vendorId, productId, usagePage, usage }: PluggedDevice): string {
  const hex = (id: number | undefined, digits: number) => (id ?? 0).toString(16).padStart(digits, '0')
  return `${hex(vendorId, 4)}:${hex(productId, 4)}  page ${hex(usagePage, 2)} usage ${hex(usage, 2)}`
}
