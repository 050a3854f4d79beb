/** Finds a QR code in one frame of the camera: zxing in WebAssembly, from this hub, loaded where there is a camera and nowhere else. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

export interface Seen {
  readonly text: string
  /** Width of the code as a share of the frame's. */
  readonly share: number
}

export type Decode = (frame: ImageData) => Promise<Seen | undefined>

export async function loadDecode(): Promise<Decode> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return async frame => {
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true })
    if (!found?.isValid) return undefined
    const { topLeft, topRight, bottomRight, bottomLeft } = found.position
    const across = [topLeft, topRight, bottomRight, bottomLeft].map(({ x }) => x)
    return { text: found.text, share: (Math.max(...across) - Math.min(...across)) / frame.width }
  }
}
