/**
 * Readers that are keyboards (most cheap EM4100 and UID readers): boot reports of 8 bytes `[modifiers, 0, key1..key6]`,
 * a character on each newly pressed key, Enter or Tab at the end, `;`…`?` around it with some.
 */
import { isBankCard, isCardText } from '../../shared/protocol/cards/formats.ts'
import { type Decoder, type Scan, scanOf } from './scan.ts'

/** Usage → the key without and with Shift. HID Usage Tables, page 0x07. */
const keys: ReadonlyMap<number, readonly [string, string]> = new Map([
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [0x04 + index, [letter, letter.toUpperCase()]] as const),
  ...[...'1234567890'].map((digit, index) => [0x1e + index, [digit, '!@#$%^&*()'.charAt(index)]] as const),
  // Some readers type on the number pad.
  ...[...'1234567890'].map((digit, index) => [0x59 + index, [digit, digit]] as const),
  [0x2d, ['-', '_']],
  [0x2e, ['=', '+']],
  [0x2f, ['[', '{']],
  [0x30, [']', '}']],
  [0x31, ['\\', '|']],
  [0x33, [';', ':']],
  [0x34, ["'", '"']],
  [0x35, ['`', '~']],
  [0x36, [',', '<']],
  [0x37, ['.', '>']],
  [0x38, ['/', '?']],
])
const ends: ReadonlySet<number> = new Set([0x28, 0x2b, 0x58])
/** Left and right Shift in the modifiers' byte. */
const shift = 0b0010_0010
/** More keys at once than a report holds: it says nothing about which. */
const rollOver = 0x01
/** No card number or code is longer; whatever is was typed by a cat. */
const longest = 128

export function createKeyboardWedge(): Decoder {
  let text = ''
  let held: ReadonlySet<number> = new Set()

  return {
    report(bytes) {
      // A keyboard that shares its device with something else puts a report id first.
      const [modifiers = 0, , ...usages] = bytes.length === 9 ? bytes.subarray(1) : bytes
      const pressed = new Set(usages.slice(0, 6).filter(usage => usage !== 0))
      if (pressed.has(rollOver)) return undefined
      let ended = false
      for (const usage of pressed) {
        // A shifted letter comes in three reports: only the newly pressed key counts.
        if (held.has(usage)) continue
        if (ends.has(usage)) ended = true
        else if (text.length <= longest) text += keys.get(usage)?.[modifiers & shift ? 1 : 0] ?? ''
      }
      held = pressed
      if (!ended) return undefined
      const whole = text
      text = ''
      return toScan(whole)
    },
    reset() {
      text = ''
      held = new Set()
    },
  }
}

/** A frame that begins and does not end was cut short. Some of these readers read stripes, and a guest may swipe any card. */
function toScan(whole: string): Scan | undefined {
  // No part of it is a number: its tail may look like one.
  if (whole.length > longest) return { kind: 'unreadable' }
  const framed = whole.startsWith(';') || whole.endsWith('?')
  const text = framed ? /^;([^;?]+)\?$/.exec(whole)?.[1] : whole
  if (text === undefined || isBankCard(text)) return { kind: 'unreadable' }
  return scanOf(isCardText(text) ? 'card' : 'code', text)
}
