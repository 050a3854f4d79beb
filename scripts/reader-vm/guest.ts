/**
 * What runs inside the virtual machine: makes readers through `/dev/uhid`, touches cards, pulls plugs, and compares with
 * what the reader's process says it saw. One `RESULT` line for each case; the exit code is 1 if one failed.
 */
import { readdirSync, readFileSync, watch } from 'node:fs'
import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseRecording, type Recording } from '../../kiosk/reader/hid-recording.ts'
import { createVirtualDevice, type VirtualDevice } from './uhid.ts'
import { type SeenTouch, startWitness } from './witness.ts'

const nobody = { uid: 65_534, gid: 65_534 }
/** udev takes about so long to grant a new node. */
const udevMs = 90
/** Between two reports of one reader, ms; keyboards were seen to leave 7 to 16. */
const paceMs = 2
const second = 1000

const recordings = new Map(
  readdirSync(new URL('../fixtures', import.meta.url))
    .filter(name => name.endsWith('.hid'))
    .map(name => {
      const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
      const expected = [...text.matchAll(/^# expects: (.+)$/gm)].map(([, said = '']) => said)
      return [name.replace('.hid', ''), { ...parseRecording(text), expected }] as const
    }),
)
const recording = (name: string) => {
  const found = recordings.get(name)
  if (!found) throw new Error(`no recording ${name}`)
  return found
}

const granting = startUdev()
const witness = await startWitness(fileURLToPath(new URL('./reader-vm-process.js', import.meta.url)), nobody)
const words = (touches: readonly SeenTouch[]) =>
  touches.map(({ scan }) => (scan.kind === 'unreadable' ? scan.kind : `${scan.kind} ${scan.text}`))

const plugged = new Set<VirtualDevice>()
let failed = 0
await check('three readers are found: wedge, POS scanner, stripe', async () => {
  const house = await plugIn('em4100-enter', 'pos-qr', 'stripe-track2')
  await seen('keyboard-wedge connected', 'pos-scanner connected', 'mag-stripe connected')
  await until(() => house.every(({ device }) => device.opened()))
  return witness.readers().join(', ')
})

for (const [name, { expected }] of recordings)
  await check(`recording ${name}`, async () => {
    const house = await plugIn(name)
    await seen('connected')
    await house.play()
    await witness.until(name, () => witness.touches.length >= expected.length)
    return same(words(witness.takeTouches()), expected)
  })

await check('a new node is root’s for 90 ms, then it is read', async () => {
  const house = await plugIn('em4100-enter')
  await seen('connected')
  await house.play()
  await witness.until('read', () => witness.touches.length >= 2)
  const refused = witness.failures.filter(why => /permission|EACCES/i.test(why)).length
  return `${same(words(witness.takeTouches()), recording('em4100-enter').expected)}, ${refused} failures reported`
})

await check('a node that nobody grants is said to lack rights, and read once it is granted', async () => {
  granting.pause()
  const house = await plugIn('em4100-enter')
  await seen('keyboard-wedge no-rights')
  await granting.resume()
  await seen('keyboard-wedge connected')
  await house.play()
  await witness.until('read', () => witness.touches.length >= 2)
  return same(words(witness.takeTouches()), recording('em4100-enter').expected)
})

await check('pulled out in the middle of a card, back in, and the next card is whole', async () => {
  const rounds = 5
  for (let round = 0; round < rounds; round += 1) {
    const [one] = await plugIn('em4100-enter')
    await seen('keyboard-wedge connected')
    await until(() => one.device.opened())
    for (const { bytes } of one.reports.slice(0, 11)) await sendTo(one.device, bytes)
    pull(one.device)
    await seen('keyboard-wedge gone')
    const again = await plugIn('em4100-enter')
    await seen('keyboard-wedge connected')
    await again.play()
    await witness.until('the next card', () => witness.touches.length >= 2)
    same(words(witness.takeTouches()), recording('em4100-enter').expected)
    pull(again[0].device)
    await seen('keyboard-wedge gone')
  }
  return `${rounds} times, nothing of the cut cards`
})

await check('plugged in and pulled out twenty times in a row', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [one] = await plugIn('pos-qr')
    await pass(round * 7)
    pull(one.device)
  }
  const house = await plugIn('pos-qr')
  await seen('pos-scanner connected')
  await house.play()
  await witness.until('read', () => witness.touches.length >= 2)
  return same(words(witness.takeTouches()), recording('pos-qr').expected)
})

await check('a loop blocked for 4 s loses nothing and knows how old it may be', async () => {
  const house = await plugIn('em4100-enter')
  await seen('keyboard-wedge connected')
  await until(() => house.every(({ device }) => device.opened()))
  const [one] = house
  const cards = Array.from({ length: 20 }, (_, at) => String(7_000_000_000 + at))
  await witness.block(4 * second)
  for (const card of cards) await touchCard(one.device, card)
  await witness.until('all', () => witness.touches.length >= cards.length)
  const touches = witness.takeTouches()
  same(
    words(touches),
    cards.map(card => `card ${card}`),
  )
  const oldest = Math.round(Math.max(...touches.map(({ ageMs }) => ageMs)))
  if (oldest < 2 * second) throw new Error(`the oldest touch says it is ${oldest} ms old`)
  return `${cards.length} of ${cards.length}, in order; the oldest says it may be ${oldest} ms old`
})

await check('500 touches on three readers at once: none lost, none doubled', async () => {
  const house = await plugIn('em4100-enter', 'pos-qr', 'stripe-track2')
  await seen('keyboard-wedge connected', 'pos-scanner connected', 'mag-stripe connected')
  const [wedge, scanner, stripe] = house
  if (!scanner || !stripe) throw new Error('three readers were plugged in')
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at))
  const [typed, scanned, swiped] = [
    numbers(1_000_000_000, 300),
    numbers(2_000_000_000, 100).map(code => `member-${code}`),
    numbers(3_000_000_000, 100),
  ]
  await until(() => house.every(({ device }) => device.opened()))
  const startedAt = performance.now()
  await Promise.all([
    inTurn(typed, card => touchCard(wedge.device, card)),
    inTurn(scanned, code => sendTo(scanner.device, posReport(code), 25)),
    inTurn(swiped, card => sendTo(stripe.device, stripeReport(card), 25)),
  ])
  const of = [...typed, ...swiped].map(card => `card ${card}`).concat(scanned.map(code => `code ${code}`))
  await witness.until('all', () => witness.touches.length >= of.length, 30 * second)
  // Whatever were doubled would come right behind.
  await pass(second)
  const got = words(witness.takeTouches())
  const lost = of.filter(one => !got.includes(one))
  const doubled = got.filter((one, at) => got.indexOf(one) !== at)
  const made = got.filter(one => !of.includes(one))
  const figures = `${got.length} of ${of.length}, lost ${lost.length}, doubled ${doubled.length}, mixed ${made.length}`
  if (lost.length + doubled.length + made.length > 0) throw new Error(figures)
  return `${figures}, in ${Math.round((performance.now() - startedAt) / 100) / 10} s`
})

await witness.stop()
granting.stop()
console.log(`EXIT=${failed === 0 ? 0 : 1}`)
process.exit(failed === 0 ? 0 : 1)

async function check(name: string, act: () => Promise<string>): Promise<void> {
  const startedAt = performance.now()
  let ok = true
  let detail: string
  try {
    witness.takeTouches()
    detail = await act()
  } catch (error) {
    ok = false
    failed += 1
    detail = error instanceof Error ? error.message : String(error)
  }
  console.log(`RESULT ${JSON.stringify({ name, ok, detail, ms: Math.round(performance.now() - startedAt) })}`)
  await pullAll()
}

interface Plugged extends Recording {
  readonly device: VirtualDevice
}
type House = [Plugged, ...Plugged[]] & {
  /** Each plays its recording, at the recorded pace, when somebody listens. */
  play(): Promise<void>
}

async function plugIn(...names: readonly [string, ...string[]]): Promise<House> {
  const plug = (name: string): Plugged => {
    const device = createVirtualDevice(recording(name))
    plugged.add(device)
    return { ...recording(name), device }
  }
  const [first, ...others] = names
  const all: [Plugged, ...Plugged[]] = [plug(first), ...others.map(plug)]
  await Promise.all(all.map(({ device }) => device.made))
  return Object.assign(all, {
    async play() {
      await Promise.all(
        all.map(async ({ device, reports }) => {
          await until(device.opened)
          let at = 0
          for (const { atMs, bytes } of reports) {
            await pass(atMs - at)
            at = atMs
            device.send(bytes)
          }
        }),
      )
    },
  })
}

function pull(device: VirtualDevice): void {
  device.unplug()
  plugged.delete(device)
}

/** Between two cases: the next one begins with an empty machine. */
async function pullAll(): Promise<void> {
  for (const device of [...plugged]) pull(device)
  await witness.until('all gone', () => witness.readers().every(one => one.endsWith('gone')))
}

const seen = (...states: readonly string[]) =>
  witness.until(states.join(', '), () => states.every(state => witness.readers().some(one => one.endsWith(state))))

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pass(5)
}

async function inTurn<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await act(one)
}

async function sendTo(device: VirtualDevice, bytes: Uint8Array, everyMs = paceMs): Promise<void> {
  device.send(bytes)
  await pass(everyMs)
}

/** Ten digits and Enter. */
async function touchCard(device: VirtualDevice, digits: string): Promise<void> {
  for (const usage of [...[...digits].map(digit => (digit === '0' ? 0x27 : 0x1d + Number(digit))), 0x28]) {
    await sendTo(device, Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0))
    await sendTo(device, new Uint8Array(8))
  }
}

function posReport(code: string): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([2, code.length])
  bytes.set(Buffer.from(`]Q1${code}`, 'latin1'), 2)
  return bytes
}

function stripeReport(card: string): Uint8Array {
  const bytes = new Uint8Array(337)
  bytes.set([0, 0, 0, 0, card.length + 2])
  bytes.set(Buffer.from(`;${card}?`, 'latin1'), 117)
  return bytes
}

function same(got: readonly string[], expected: readonly string[]): string {
  if (JSON.stringify(got) !== JSON.stringify(expected))
    throw new Error(`got ${got.join(', ')}; expected ${expected.join(', ')}`)
  return got.join(', ')
}

/** As udev does it: a new node is granted to the group after a while. */
function startUdev() {
  const asked = new Set<string>()
  let paused = false
  const grant = async (name: string) => {
    const node = join('/dev', name)
    await chown(node, 0, nobody.gid)
    await chmod(node, 0o660)
  }
  const grantLater = (name: string) => {
    asked.add(name)
    setTimeout(() => {
      // Gone again before it was granted: nothing to grant.
      if (!paused) grant(name).catch(() => undefined)
    }, udevMs)
  }
  const watcher = watch('/dev', (kind, name) => {
    if (kind === 'rename' && name?.startsWith('hidraw')) grantLater(name)
  })
  return {
    pause() {
      paused = true
      asked.clear()
    },
    async resume() {
      paused = false
      for (const name of asked) await grant(name)
    },
    stop: () => watcher.close(),
  }
}
