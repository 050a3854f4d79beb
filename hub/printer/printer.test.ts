import { afterEach, describe, expect, it } from 'vitest'
import type { Printer } from '../ports.ts'
import { widthOf } from './columns.ts'
import { createEscposPrinter } from './escpos-printer.ts'
import { type FakePrinter, startFakePrinter } from './fake-printer.ts'
import { createNoPrinter } from './none.ts'
import type { Paper } from './paper.ts'

const ticket: Paper = {
  lines: [
    { kind: 'title', text: 'V08' },
    { kind: 'text', text: '21:04 自点', bold: true },
    { kind: 'rule' },
    { kind: 'pair', left: '青岛纯生（冰）', right: '×12', big: true },
    { kind: 'text', text: '忌：花生 䶮\u001bm' },
  ],
}
const quick = { connectMs: 300, answerMs: 150, printMs: 400 }

let fake: FakePrinter | undefined
afterEach(async () => {
  await fake?.stop()
  fake = undefined
})
async function plugIn(paper: 80 | 58 = 80) {
  const plugged = await startFakePrinter()
  fake = plugged
  const printer = createEscposPrinter({ host: '127.0.0.1', port: plugged.port, paper }, quick)
  return { plugged, print: (what = ticket) => printed(printer, what) }
}
const printed = (printer: Printer, what: Paper) =>
  printer.prints ? printer.print(what, async () => undefined) : Promise.resolve('none')

describe('a printer on the network', () => {
  it('prints in GB18030, rare characters too, and no command that stands in a text', async () => {
    const { plugged, print } = await plugIn()
    expect(await print()).toBe('well')
    expect(plugged.tickets).toHaveLength(1)
    expect(plugged.tickets[0]).toContain('V08\n')
    expect(plugged.tickets[0]).toMatch(/^青岛纯生（冰） +×12$/m)
    expect(plugged.tickets[0]).toContain('忌：花生 䶮 m\n')
  })

  it.each([
    [80, 48],
    [58, 32],
  ] as const)('fits paper of %i mm: %i columns', async (paper, columns) => {
    const { plugged, print } = await plugIn(paper)
    await print({
      lines: [{ kind: 'rule' }, { kind: 'pair', left: '山崎12年单一麦芽威士忌加冰分两杯上', right: '×2' }],
    })
    const lines = (plugged.tickets[0] ?? '').trimEnd().split('\n')
    expect(widthOf(lines[0] ?? '')).toBe(columns)
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  })

  it('says what is amiss, and prints nothing meanwhile', async () => {
    const { plugged, print } = await plugIn()
    for (const how of ['no-paper', 'cover-open'] as const) {
      plugged.is(how)
      expect(await print()).toBe(how)
    }
    plugged.is('mute')
    expect(await print()).toBe('no-answer')
    expect(plugged.tickets).toEqual([])
    plugged.is('well')
    expect(await print()).toBe('well')
  })

  it('has not printed what ran out of paper in the middle', async () => {
    const { plugged, print } = await plugIn()
    plugged.paperFor(2)
    expect(await print()).toBe('no-paper')
    expect(plugged.tickets).toEqual([])
  })

  it('that never says when it has printed is taken at its word that it is well, and waited for but once', async () => {
    const { plugged, print } = await plugIn()
    plugged.is('never-done')
    expect(await print()).toBe('well')
    const before = performance.now()
    expect(await print()).toBe('well')
    expect(performance.now() - before).toBeLessThan(quick.printMs)
    expect(plugged.tickets).toHaveLength(2)
    plugged.is('no-paper')
    expect(await print()).toBe('no-paper')
  })

  it('that says so at other times may have printed nothing', async () => {
    const { plugged, print } = await plugIn()
    expect(await print()).toBe('well')
    plugged.is('never-done')
    expect(await print()).toBe('no-answer')
  })

  it('is off where nothing listens', async () => {
    const { plugged, print } = await plugIn()
    await plugged.stop()
    expect(await print()).toBe('off')
  })

  it('that never hangs up by itself is hung up on, however often it is asked', async () => {
    const plugged = await startFakePrinter({ hangsUp: false })
    fake = plugged
    const printer = createEscposPrinter({ host: '127.0.0.1', port: plugged.port, paper: 80 }, quick)
    if (!printer.prints) throw new Error('it prints')
    for (let n = 0; n < 5; n++) expect(await printer.state()).toBe('well')
    expect(plugged.connected()).toBe(5)
    await expect.poll(plugged.connected, { timeout: 10_000 }).toBe(0)
  })

  it('tells before it sends the first byte of a ticket, and not when it sends none', async () => {
    const { plugged } = await plugIn()
    const printer = createEscposPrinter({ host: '127.0.0.1', port: plugged.port, paper: 80 }, quick)
    if (!printer.prints) throw new Error('it prints')
    let told = 0
    const onSending = async () => {
      told += 1
      expect(plugged.tickets).toEqual([])
    }
    plugged.is('no-paper')
    await printer.print(ticket, onSending)
    expect(told).toBe(0)
    plugged.is('well')
    await printer.print(ticket, onSending)
    expect(told).toBe(1)
  })
})

it('no printer prints nothing', () => {
  expect(createNoPrinter()).toEqual({ prints: false })
})
