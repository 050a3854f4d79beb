/** Reads QR codes off a picture, as a phone's camera or a scanner does: nothing of the page but its pixels. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
let ready: Promise<unknown> | undefined

/** Every QR code on a PNG, from left to right. */
export async function decodeQrs(png: Uint8Array): Promise<readonly string[]> {
  ready ??= load()
  await ready
  const found = await readBarcodes(png, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found
    .filter(({ isValid }) => isValid)
    .sort((one, other) => one.position.topLeft.x - other.position.topLeft.x)
    .map(({ text }) => text)
}

async function load(): Promise<void> {
  const bytes = await readFile(wasm)
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}
