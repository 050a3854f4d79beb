/**
 * What runs inside the virtual machine: makes readers through `/dev/uhid`, touches cards, pulls plugs, and compares with
 * what the reader's process says it saw. One `RESULT` line for each case; the exit code is 1 if one failed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseRecording } from '../../kiosk/reader/hid-recording.ts'
import { messageOf } from '../lib/message-of.ts'
import { posReport, stripeReport, typedDigits } from './reports.ts'
import { startUdev } from './udev.ts'
import type { VirtualDevice } from './uhid.ts'
import { createUsbPorts } from './usb-ports.ts'
import { type SeenTouch, startWitness } from './witness.ts'

const nobody = { uid: 65_534, gid: 65_534 }
/** Between two reports of one reader, ms; keyboards were seen to leave 7 to 16. */
const paceMs = 2
const second = 1000

const fixtures = new URL('../fixtures/', import.meta.url)
const recordings = readdirSync(fixtures)
  .filter(name => name.endsWith('.hid'))
  .map(name => {
    const text = readFileSync(new URL(name, fixtures), 'utf8')
    const expected = [...text.matchAll(/^# expects: (.+)$/gm)].map(([, said = '']) => said)
    return { file: name.replace('.hid', ''), recording: parseRecording(text), expected }
  })
const ports = createUsbPorts()
const udev = startUdev(nobody.gid)
const witness = await startWitness(fileURLToPath(new URL('./reader-vm-process.js', import.meta.url)), nobody)
let failed = 0

await check('three readers are found: wedge, POS scanner, stripe', async () => {
  for (const file of ['em4100-enter', 'pos-qr', 'stripe-track2']) await plug(file)
  await connected()
  return witness.readers().join(', ')
})

for (const { file } of recordings) await check(`recording ${file}`, () => plugAndPlay(file))

await check('a node that nobody grants is said to lack rights, and read once it is granted', async () => {
  udev.pause()
  const reader = await plug('em4100-enter')
  // What comes after is granted again, however this ends.
  await seen('keyboard-wedge no-rights').finally(udev.resume)
  await connected()
  await reader.play()
  return read('em4100-enter')
})

await check('pulled out in the middle of a card, back in, and the next card is whole', async () => {
  const rounds = 5
  for (let round = 0; round < rounds; round += 1) {
    const reader = await plug('em4100-enter')
    await connected()
    for (const { bytes } of reader.reports.slice(0, 11)) await send(reader.device, bytes)
    reader.pull()
    await connected()
    const again = await plug('em4100-enter')
    await connected()
    await again.play()
    await read('em4100-enter')
    again.pull()
    await connected()
  }
  return `${rounds} times, nothing of the cut cards`
})

await check('plugged in and pulled out twenty times, then read', async () => {
  for (let round = 0; round < 20; round += 1) {
    const reader = await plug('pos-qr')
    await pass(round * 7)
    reader.pull()
  }
  // Until the last pull is noticed it still counts as connected, and what is played then is read by nobody.
  await connected()
  return plugAndPlay('pos-qr')
})

await check('a loop blocked for 4 s loses nothing, and knows how old it may be', async () => {
  const { device } = await plug('em4100-enter')
  await connected()
  const cards = numbers(7_000_000_000, 20)
  await witness.block(4 * second)
  for (const card of cards) await touch(device, card)
  const touches = await taken(cards.length)
  same(
    words(touches),
    cards.map(card => `card ${card}`),
  )
  const oldest = Math.round(Math.max(...touches.map(({ ageMs }) => ageMs)))
  if (oldest < 2 * second) throw new Error(`the oldest touch says it is ${oldest} ms old`)
  return `${touches.length} of ${cards.length}, in order; the oldest says it may be ${oldest} ms old`
})

await check('500 touches on three readers at once: none lost, none doubled', async () => {
  const [wedge, scanner, stripe] = [await plug('em4100-enter'), await plug('pos-qr'), await plug('stripe-track2')]
  await connected()
  const [typed, swiped] = [numbers(1_000_000_000, 300), numbers(3_000_000_000, 100)]
  const scanned = numbers(2_000_000_000, 100).map(number => `member-${number}`)
  const startedAt = performance.now()
  await Promise.all([
    inTurn(typed, card => touch(wedge.device, card)),
    inTurn(scanned, code => send(scanner.device, posReport(code), 25)),
    inTurn(swiped, card => send(stripe.device, stripeReport(card), 25)),
  ])
  const made = [...typed, ...swiped].map(card => `card ${card}`).concat(scanned.map(code => `code ${code}`))
  await witness.until('all', () => witness.touches.length >= made.length)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  // Whatever were doubled would come right behind.
  await pass(second)
  const got = words(witness.takeTouches())
  const lost = made.filter(one => !got.includes(one)).length
  const doubled = got.filter((one, at) => got.indexOf(one) !== at).length
  const mixed = got.filter(one => !made.includes(one)).length
  const figures = `${got.length} of ${made.length} in ${seconds} s, lost ${lost}, doubled ${doubled}, mixed ${mixed}`
  if (lost + doubled + mixed > 0) throw new Error(figures)
  return figures
})

await witness.stop()
udev.stop()
console.log(`EXIT=${failed === 0 ? 0 : 1}`)
process.exit(failed === 0 ? 0 : 1)

async function check(name: string, act: () => Promise<string>): Promise<void> {
  const startedAt = performance.now()
  let ok = true
  let detail: string
  try {
    detail = await act()
  } catch (error) {
    ok = false
    failed += 1
    detail = messageOf(error)
  }
  console.log(`RESULT ${JSON.stringify({ name, ok, detail, ms: Math.round(performance.now() - startedAt) })}`)
  // The next case begins with an empty machine.
  ports.pullAll()
  await witness.until('all gone', () => witness.readers().every(one => one.endsWith('gone')))
  witness.takeTouches()
}

function found(file: string) {
  const one = recordings.find(recording => recording.file === file)
  if (!one) throw new Error(`no recording ${file}`)
  return one
}

function plug(file: string) {
  return ports.plug(found(file).recording)
}

async function plugAndPlay(file: string): Promise<string> {
  const reader = await plug(file)
  await connected()
  await reader.play()
  return read(file)
}

/** What was read is what the recording says. */
async function read(file: string): Promise<string> {
  const { expected } = found(file)
  return same(words(await taken(expected.length)), expected)
}

async function taken(count: number): Promise<readonly SeenTouch[]> {
  await witness.until(`${count} touches`, () => witness.touches.length >= count)
  return witness.takeTouches()
}

/** Everything that is plugged in is read, and nothing else. The kernel itself opens keyboards: that it is open would not say so. */
function connected(): Promise<void> {
  const ready = () => witness.readers().filter(one => one.endsWith(' connected')).length
  return witness.until(`${ports.count} connected`, () => ready() === ports.count)
}

function seen(...states: readonly string[]): Promise<void> {
  return witness.until(states.join(', '), () => states.every(state => witness.readers().includes(state)))
}

async function inTurn<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await act(one)
}

async function send(device: VirtualDevice, bytes: Uint8Array, everyMs = paceMs): Promise<void> {
  device.send(bytes)
  await pass(everyMs)
}

async function touch(device: VirtualDevice, digits: string): Promise<void> {
  for (const report of typedDigits(digits)) await send(device, report)
}

function numbers(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String(from + at))
}

function words(touches: readonly SeenTouch[]): readonly string[] {
  return touches.map(({ scan }) => (scan.kind === 'unreadable' ? scan.kind : `${scan.kind} ${scan.text}`))
}

function same(got: readonly string[], expected: readonly string[]): string {
  if (got.join() !== expected.join()) throw new Error(`got ${got.join(', ')}; expected ${expected.join(', ')}`)
  return got.join(', ')
}
