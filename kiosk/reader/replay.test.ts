/** Every recording in `fixtures`, through the decoders that a plugged-in device gets. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRecording } from './hid-recording.ts'
import { replay } from './replay.ts'

const folder = join(import.meta.dirname, 'fixtures')
const recordings = readdirSync(folder).filter(name => name.endsWith('.hid'))

describe('a recording', () => {
  it.each(recordings)('%s is read as it says', name => {
    const text = readFileSync(join(folder, name), 'utf8')
    const expected = [...text.matchAll(/^# expects: (.+)$/gm)].map(([, said]) => said)
    expect(expected.length).toBeGreaterThan(0)
    const scans = replay(parseRecording(text))?.scans ?? []
    expect(scans.map(scan => (scan.kind === 'unreadable' ? scan.kind : `${scan.kind} ${scan.text}`))).toEqual(expected)
  })

  it('of something that is no reader says so', () => {
    const mouse = 'R: 4 05 01 09 02\nN: mouse\nI: 3 046d c077\nE: 000000.000000 3 00 01 00\n'
    expect(replay(parseRecording(mouse))).toBeUndefined()
  })

  it.each([
    ['a count that is not the count', 'R: 4 05 01 09\nI: 3 046d c077\n', 'line 1'],
    ['no bytes', 'R: 2 05 01\nI: 3 046d c077\nE: 0.1 2 0 zz\n', 'line 3'],
    ['no ids', 'R: 2 05 01\nI: usb\n', 'line 2'],
    ['something else', 'hello\n', 'line 1'],
    ['nothing', '', 'no R: and I:'],
  ])('is refused with its line: %s', (_what, text, said) => {
    expect(() => parseRecording(text)).toThrow(said)
  })
})
