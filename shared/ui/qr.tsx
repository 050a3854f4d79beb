/**
 * A QR code as crisp SVG, dark on ivory with its quiet zone. Give upper-case text (`HTTP://HOST/P/CODE`): digits,
 * capitals and `$%*+-./:` pack tighter, so the squares are larger. Size by `--qr-size` (40 mm unless set).
 */
import './qr.css'
import { type QrMatrix, QUIET, qrMatrix } from './qr-matrix.ts'

export interface QrProps {
  text: string
  /** What scanning it does, for a screen reader. */
  label: string
}

export function Qr({ text, label }: QrProps) {
  const matrix = qrMatrix(text)
  const side = matrix.size + 2 * QUIET
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <path d={outline(matrix)} />
    </svg>
  )
}

/** One rectangle per run of dark squares in a row: a tenth of the elements. */
function outline({ size, isDark }: QrMatrix): string {
  const runs: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column
      while (column < size && isDark(row, column)) column++
      if (column > start) runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1h${start - column}z`)
    }
  }
  return runs.join('')
}
