/**
 * 唱名, the one signature movement: gold runs from left to right through a text, a bar, a button's ground or a ring.
 * It welcomes, counts down (`direction="drain"`), bounds an undo and shows progress.
 *
 *   <Wipe kind="ring" direction="drain" durationMs={30_000} onDone={reset}>28</Wipe>
 *   <Wipe kind="bar" progress={0.4} />          // standing still at a known share
 */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { holdWipe, runWipe, type WipeDirection, type WipeKind } from './run-wipe.ts'
import './wipe.css'

export interface WipeProps {
  kind: WipeKind
  /** Length of the whole movement in ms; without it `progress` says where the gold stands. */
  durationMs?: number | undefined
  /** Share of the time already gone at the start, 0 to 1: a countdown that began earlier. */
  from?: number | undefined
  progress?: number | undefined
  direction?: WipeDirection | undefined
  /** False holds the gold where it is; true again goes on from there. */
  running?: boolean | undefined
  /** Called once, when the time is over. */
  onDone?: (() => void) | undefined
  /** The words of a `text` wipe. */
  text?: string | undefined
  /** What a screen reader says; without it the wipe is decoration. */
  label?: string | undefined
  /** Shown in the middle of a ring. */
  children?: ComponentChildren
}

export function Wipe(props: WipeProps) {
  const { kind, direction = 'fill', durationMs, from = 0, progress = 0, running = true, text, label } = props
  const gold = useGold(kind, direction, durationMs, from, progress, running, props.onDone)
  const decoration = label === undefined && (kind === 'bar' || kind === 'fill')
  return (
    <span class="wipe" data-kind={kind} aria-hidden={decoration ? true : undefined}>
      {label !== undefined && <span class="visually-hidden">{label}</span>}
      {kind === 'ring' ? (
        <svg class="wipe-ring" viewBox="0 0 64 64" aria-hidden="true">
          <circle class="wipe-track" cx="32" cy="32" r="30" />
          <circle class="wipe-gold" ref={gold} cx="32" cy="32" r="30" pathLength="1" />
        </svg>
      ) : (
        <>
          {text}
          <span class="wipe-gold" ref={gold} aria-hidden="true">
            {text}
          </span>
        </>
      )}
      {kind === 'ring' && (
        <span class="wipe-inside" aria-hidden={label === undefined ? undefined : true}>
          {props.children}
        </span>
      )}
    </span>
  )
}

function useGold(
  kind: WipeKind,
  direction: WipeDirection,
  durationMs: number | undefined,
  from: number,
  progress: number,
  running: boolean,
  onDone: (() => void) | undefined,
) {
  // One ref for span and circle: both are only animated.
  const gold = useRef<SVGCircleElement & HTMLSpanElement>(null)
  const gone = useRef(from)
  const done = useRef(onDone)
  const finished = useRef(false)
  useLayoutEffect(() => {
    done.current = onDone
  })
  // Layout effects: the first painted frame must already be empty.
  useLayoutEffect(() => {
    gone.current = from
    finished.current = false
  }, [from, durationMs])
  useLayoutEffect(() => {
    const element = gold.current
    if (!element) return undefined
    if (durationMs === undefined || !running || finished.current) {
      return holdWipe(element, kind, direction, durationMs === undefined ? progress : gone.current)
    }
    const end = () => {
      finished.current = true
      done.current?.()
    }
    const stop = runWipe(element, { kind, direction, durationMs, from: gone.current, onDone: end })
    return () => {
      gone.current = stop()
    }
  }, [kind, direction, durationMs, from, progress, running])
  return gold
}
