/** The compression of GIF: codes of growing width, packed from the lowest bit. */

const most = 4096

/** `bits`: of a pixel, 2 to 8. The answer has neither the leading size byte nor the blocks of 255. */
export function lzw(pixels: Uint8Array, bits: number): Uint8Array {
  const clear = 1 << bits
  const end = clear + 1
  const out: number[] = []
  let [buffer, filled] = [0, 0]
  let width = bits + 1
  let next = end + 1
  let table = new Map<number, number>()

  const put = (code: number) => {
    buffer |= code << filled
    filled += width
    while (filled >= 8) {
      out.push(buffer & 255)
      buffer >>>= 8
      filled -= 8
    }
  }

  put(clear)
  let prefix = pixels[0] ?? 0
  for (const pixel of pixels.subarray(1)) {
    const key = (prefix << 8) | pixel
    const known = table.get(key)
    if (known !== undefined) {
      prefix = known
      continue
    }
    put(prefix)
    if (next < most) {
      // The reader is one entry behind: it widens its codes when it has read this one.
      if (next === 1 << width) width += 1
      table.set(key, next)
      next += 1
    } else {
      put(clear)
      table = new Map()
      width = bits + 1
      next = end + 1
    }
    prefix = pixel
  }
  put(prefix)
  if (next === 1 << width && width < 12) width += 1
  put(end)
  if (filled > 0) out.push(buffer & 255)
  return Uint8Array.from(out)
}
