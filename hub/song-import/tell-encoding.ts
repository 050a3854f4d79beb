/** In which letters a file is written: its mark, or else what its bytes can be. Pure. */
import type { FileEncoding } from '../../shared/protocol/song-import.ts'
import { noLetter } from './read-song.ts'

/** Enough to tell by. */
const sampleBytes = 256 * 1024
/** The share of a UTF-8 file's letters, signs of ASCII not counted, that may be broken. */
const mostBroken = 0.05

/** `bigEndian`: of UTF-16. Undefined for what is no text. */
export interface Told {
  readonly encoding: FileEncoding
  readonly bigEndian?: true
}

export function tellEncoding(bytes: Uint8Array): Told | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16' }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16', bigEndian: true }
  const sample = bytes.subarray(0, sampleBytes)
  const wide = withoutMark(sample)
  if (wide) return wide
  if (sample.includes(0)) return undefined
  if (isUtf8(sample)) return { encoding: 'utf-8' }
  return { encoding: bigFiveShare(sample) > gbShare(sample) ? 'big5' : 'gb18030' }
}

/** UTF-16 of a table has a zero beside each comma and each line's end, always on the same side. */
function withoutMark(sample: Uint8Array): Told | undefined {
  let [even, odd] = [0, 0]
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (Math.max(even, odd) < sample.length / 50 || Math.min(even, odd) > 0) return undefined
  return even > odd ? { encoding: 'utf-16', bigEndian: true } : { encoding: 'utf-16' }
}

/** A letter that was cut in two spoils its row and no more; in other letters hardly a pair of bytes happens to be right. */
function isUtf8(sample: Uint8Array): boolean {
  // What is cut off at the sample's end is no mistake of the file's.
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  let [letters, broken] = [0, 0]
  for (const letter of text) {
    if (letter === noLetter) broken += 1
    else if (letter > '\x7f') letters += 1
  }
  return broken <= (letters + broken) * mostBroken
}

/** Of the pairs of bytes, which are the common characters of GB 2312, or its signs. */
const gbShare = (sample: Uint8Array): number =>
  shareOf(sample, (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)))

/** Which are the common characters of Big5, or its signs. */
const bigFiveShare = (sample: Uint8Array): number =>
  shareOf(sample, (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1))

function shareOf(sample: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let [pairs, common] = [0, 0]
  for (let at = 0; at < sample.length - 1; at += 1) {
    const lead = sample[at] ?? 0
    if (lead < 0x80) continue
    pairs += 1
    if (isCommon(lead, sample[at + 1] ?? 0)) common += 1
    at += 1
  }
  return pairs === 0 ? 0 : common / pairs
}
