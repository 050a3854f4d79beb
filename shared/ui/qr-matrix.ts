/** The squares of a QR code, without a way to draw them: only the core of qrcode is bundled. */
import { create } from 'qrcode/lib/core/qrcode.js'

/** Empty squares around the code, as the standard asks. */
export const QUIET = 4

export interface QrMatrix {
  /** Squares of a side. */
  readonly size: number
  isDark(row: number, column: number): boolean
}

export function qrMatrix(text: string): QrMatrix {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  return { size, isDark: (row, column) => data[row * size + column] === 1 }
}
