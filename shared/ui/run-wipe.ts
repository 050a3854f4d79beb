/**
 * Runs one wipe on an element: the browser animates (WAAPI, no script per frame), a timer ends it, so that a hidden
 * tab or a test's own clock still finishes on time. Under reduced motion the movement is a 300 ms cross-fade.
 */

export type WipeKind = 'text' | 'bar' | 'fill' | 'ring'
/** `fill`: gold grows from nothing (progress, welcome). `drain`: gold runs out (time left). */
export type WipeDirection = 'fill' | 'drain'

export interface WipeRun {
  kind: WipeKind
  direction: WipeDirection
  durationMs: number
  /** Share of the time already gone, 0 to 1. */
  from: number
  onDone: () => void
}

const FADE_MS = 300

/** Starts at once; the answer ends it, nothing of it is drawn any more, and tells the share of the time that had gone. */
export function runWipe(gold: Element, { kind, direction, durationMs, from, onDone }: WipeRun): () => number {
  const startedAt = performance.now()
  const left = Math.max(0, durationMs * (1 - from))
  const moving = prefersLessMotion()
    ? fade(gold, direction, left)
    : animate(gold, keyframes(kind, direction), { duration: durationMs, delay: -durationMs * from })
  const timer = setTimeout(onDone, left)
  return () => {
    clearTimeout(timer)
    // Not paused: a page keeps every animation that could still go on, with the element it ran on and all around that.
    if (moving) drop(moving)
    return durationMs === 0 ? 1 : Math.min(1, from + (performance.now() - startedAt) / durationMs)
  }
}

/** Draws a wipe that stands still at `progress` (0 to 1 of the time gone); the answer ends it. */
export function holdWipe(gold: Element, kind: WipeKind, direction: WipeDirection, progress: number): () => void {
  const still = animate(gold, keyframes(kind, direction), { duration: 1000, delay: -1000 * Math.min(progress, 0.9999) })
  still?.pause()
  return () => {
    if (still) drop(still)
  }
}

export function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function fade(gold: Element, direction: WipeDirection, left: number): Animation | undefined {
  const duration = Math.min(FADE_MS, left)
  // A welcome's gold starts clipped by its sheet: a fade must uncover it.
  const gone = { opacity: '0', clipPath: 'inset(-20%)' }
  const there = { opacity: '1', clipPath: 'inset(-20%)' }
  const frames = direction === 'fill' ? [gone, there] : [there, gone]
  return animate(gold, frames, { duration, delay: direction === 'fill' ? 0 : left - duration })
}

/** Replaces whatever ran on the element before; undefined where the browser cannot animate (a test's DOM). */
function animate(gold: Element, frames: Keyframe[], timing: KeyframeAnimationOptions): Animation | undefined {
  if (typeof gold.animate !== 'function') return undefined
  for (const old of gold.getAnimations()) drop(old)
  return gold.animate(frames, { fill: 'both', easing: 'linear', ...timing })
}

function drop(old: Animation): void {
  // Cancelling rejects `finished`, which nobody awaits: the timer is what ends a wipe.
  old.finished.catch(nothing)
  old.cancel()
}

function keyframes(kind: WipeKind, direction: WipeDirection): Keyframe[] {
  const [empty, full] = ends(kind)
  return direction === 'fill' ? [empty, full] : [full, empty]
}

function ends(kind: WipeKind): [empty: Keyframe, full: Keyframe] {
  if (kind === 'ring') return [{ strokeDashoffset: '1' }, { strokeDashoffset: '0' }]
  // Scaling is cheapest, but would squeeze letters: text is uncovered instead. The margins keep strokes that overhang.
  if (kind === 'text') return [{ clipPath: 'inset(-20% 100% -20% 0)' }, { clipPath: 'inset(-20% -2% -20% 0)' }]
  return [{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }]
}

function nothing(): void {
  // A replaced movement has no one to tell.
}
