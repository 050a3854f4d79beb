/** Slow gold dust behind a welcome: at most 60 motes on one 2D canvas; none under reduced motion. Fills its parent. */
import { useEffect, useRef } from 'preact/hooks'
import './dust.css'
import { prefersLessMotion } from './run-wipe.ts'

export interface DustProps {
  /** Motes, at most 60. */
  count?: number | undefined
}

interface Mote {
  x: number
  y: number
  radius: number
  /** Shares of the height and width per second. */
  rise: number
  drift: number
  phase: number
}

export function Dust({ count = 60 }: DustProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || prefersLessMotion()) return undefined
    return float(element, context, makeMotes(Math.min(60, count)))
  }, [count])
  return <canvas class="dust" ref={canvas} />
}

function float(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, motes: readonly Mote[]): () => void {
  canvas.width = canvas.clientWidth
  canvas.height = canvas.clientHeight
  const gold = getComputedStyle(canvas).getPropertyValue('--accent').trim()
  const startedAt = performance.now()
  let frame = requestAnimationFrame(function draw(now) {
    const seconds = Math.max(0, now - startedAt) / 1000
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.fillStyle = gold
    for (const mote of motes) drawMote(context, mote, seconds, canvas.width, canvas.height)
    context.globalAlpha = 1
    frame = requestAnimationFrame(draw)
  })
  return () => cancelAnimationFrame(frame)
}

function drawMote(context: CanvasRenderingContext2D, mote: Mote, seconds: number, width: number, height: number): void {
  const x = wrap(mote.x + mote.drift * seconds + 0.01 * Math.sin(seconds * 0.5 + mote.phase))
  const y = wrap(mote.y - mote.rise * seconds)
  // Breathes over some ten seconds: nothing here may flash. Fades in, so that the first frame is calm.
  const breath = 0.5 + 0.5 * Math.sin(seconds * 0.6 + mote.phase)
  context.globalAlpha = (0.08 + 0.34 * breath) * Math.min(1, seconds)
  context.beginPath()
  context.arc(x * width, y * height, mote.radius * Math.max(1, Math.min(width, height) / 800), 0, 2 * Math.PI)
  context.fill()
}

function makeMotes(count: number): Mote[] {
  return Array.from({ length: count }, () => ({
    x: Math.random(),
    y: Math.random(),
    radius: 0.6 + Math.random() * 1.8,
    rise: 0.008 + Math.random() * 0.02,
    drift: (Math.random() - 0.5) * 0.012,
    phase: Math.random() * 2 * Math.PI,
  }))
}

function wrap(share: number): number {
  return ((share % 1) + 1) % 1
}
