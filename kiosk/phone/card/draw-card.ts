/** Draws the picture that a guest saves: the house, what they are called, and the code, dark on ivory. */
import { fontsReady } from '../../../shared/ui/fonts.ts'
import { QUIET, qrMatrix } from '../../../shared/ui/qr-matrix.ts'

const width = 900
const height = 1200
const paperSide = 640

/** A PNG as a data URL: it can be pressed and held, and downloaded. Rejects where there is no canvas. */
export async function drawCard(card: { code: string; called: string; house: string; hint: string }): Promise<string> {
  await Promise.all([fontsReady(card.house + card.called, 'serif', 3000), fontsReady(card.hint, 'sans', 3000)])
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()

  pen.fillStyle = token('--ground')
  pen.fillRect(0, 0, width, height)
  pen.textAlign = 'center'
  const write = (text: string, y: number, px: number, face: 'serif' | 'sans', colour: string) => {
    const font = (size: number) => `${face === 'serif' ? 600 : 400} ${size}px ${token(`--font-${face}`)}`
    pen.font = font(px)
    // A long name is written smaller, not squeezed.
    pen.font = font(px * Math.min(1, (width - 120) / Math.max(1, pen.measureText(text).width)))
    pen.fillStyle = token(colour)
    pen.fillText(text, width / 2, y)
  }
  write(card.house, 120, 44, 'serif', '--text-quiet')
  write(card.called, 262, 110, 'serif', '--accent')

  const left = (width - paperSide) / 2
  const top = 350
  pen.fillStyle = token('--paper')
  pen.fillRect(left, top, paperSide, paperSide)
  const { size, isDark } = qrMatrix(card.code)
  // Whole pixels: a scanner reads sharp edges from further away.
  const square = Math.floor(paperSide / (size + 2 * QUIET))
  const inset = Math.floor((paperSide - square * size) / 2)
  pen.fillStyle = token('--on-paper')
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (isDark(row, column)) {
        pen.fillRect(left + inset + column * square, top + inset + row * square, square, square)
      }
    }
  }
  write(card.hint, 1100, 40, 'sans', '--text')
  return canvas.toDataURL('image/png')
}
