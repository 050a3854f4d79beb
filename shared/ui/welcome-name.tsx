/**
 * The name sung out: outlined in serif, then gold fills it character by character, then the seal lands. Mount it to
 * start; `onCharacter` strikes the chime. Await `fontsReady(name)` before mounting, so that no fallback face is seen.
 *
 *   <WelcomeName name="王总" seal={t('vip')} onCharacter={chime.strike} onDone={hold} />
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { narrow } from '../protocol/narrow.ts'
import { runWipe } from './run-wipe.ts'
import { Seal } from './seal.tsx'
import './welcome-name.css'

export interface WelcomeNameProps {
  name: string
  /** Word in the cinnabar seal; no seal without it. */
  seal?: string | undefined
  /** Quiet before the first character, ms (the lobby dims). */
  delayMs?: number | undefined
  /** Time in which the whole name fills, ms. */
  durationMs?: number | undefined
  /** The gold enters character `index`, counted from 0. */
  onCharacter?: ((index: number) => void) | undefined
  /** Name filled and seal landed. */
  onDone?: (() => void) | undefined
  /** Drawn full at once: the ribbon afterwards, the console's preview. */
  still?: boolean | undefined
  /** It stands among others, or in a ribbon, and rather shrinks than takes a second line. */
  oneLine?: boolean | undefined
}

/** Between the last character and the seal, as the ceremony has it: 3.0 s filled, 3.2 s sealed. */
const SEAL_AFTER_MS = 200

export function WelcomeName({
  name,
  seal,
  delayMs = 500,
  durationMs = 2500,
  still = false,
  oneLine = false,
  ...calls
}: WelcomeNameProps) {
  const lines = oneLine ? [splitCharacters(name)] : nameLines(name)
  const [sealed, setSealed] = useState(still)
  const root = useRef<HTMLSpanElement>(null)
  const latest = useRef(calls)
  useLayoutEffect(() => {
    latest.current = calls
  })
  useEffect(() => {
    const golds = Array.from(root.current?.querySelectorAll('.welcome-name-gold') ?? [])
    setSealed(still)
    const each = still ? 0 : durationMs / Math.max(1, golds.length)
    const stops = golds.map((gold, index) => {
      const enter = () => runWipe(gold, { kind: 'text', direction: 'fill', durationMs: each, from: 0, onDone: nothing })
      if (still) return enter()
      const timer = setTimeout(
        () => {
          latest.current.onCharacter?.(index)
          enter()
        },
        delayMs + index * each,
      )
      return () => clearTimeout(timer)
    })
    const end = setTimeout(
      () => {
        setSealed(true)
        latest.current.onDone?.()
      },
      still ? 0 : delayMs + durationMs + SEAL_AFTER_MS,
    )
    return () => {
      clearTimeout(end)
      for (const stop of stops) stop()
    }
  }, [name, delayMs, durationMs, still])
  return (
    <span
      class="welcome-name"
      ref={root}
      data-still={still ? '' : undefined}
      style={{ '--name-ems': String(widthInEms(lines, seal === undefined ? 0 : still ? 1 : 2)) }}
    >
      <span class="visually-hidden">{name}</span>
      <span aria-hidden="true">
        {lines.map((characters, line) => (
          <span class="welcome-name-line" key={line}>
            {characters.map((character, index) => (
              <span class="welcome-name-character" key={`${index}${character}`}>
                <span class="welcome-name-outline">{character}</span>
                <span class="welcome-name-gold">{character}</span>
              </span>
            ))}
          </span>
        ))}
      </span>
      {seal !== undefined && <Seal word={seal} landing={!still} hidden={!sealed} />}
    </span>
  )
}

/** What a reader calls a character: 𬱖 is one, and so is a letter with its accent. */
export function splitCharacters(name: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name), part => part.segment)
}

/** Wider than this a name in letters is broken, lest it be smaller than the words around it; ems. */
const widestLine = 7

/** In two lines where it is long and has words: at the space that leaves the wider of them narrowest. */
export function nameLines(name: string): readonly (readonly string[])[] {
  const characters = splitCharacters(name)
  if (ems(characters) <= widestLine) return [characters]
  const broken = characters.flatMap((character, at) =>
    character === ' ' ? [[characters.slice(0, at), characters.slice(at + 1)]] : [],
  )
  const [best] = broken.sort((one, other) => widest(one) - widest(other))
  return best ?? [characters]
}

/** Rough and generous: Han 1 em, Latin 0.65. */
const ems = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + (narrow.test(character) ? 0.65 : 1), 0)

const widest = (lines: readonly (readonly string[])[]): number => Math.max(...lines.map(ems))

/** So that a long name shrinks. A seal with its gap 0.65 (twice when the name is centred). */
const widthInEms = (lines: readonly (readonly string[])[], seals: number): number =>
  Math.max(1, widest(lines) + seals * 0.65)

function nothing(): void {
  // The name's own timer ends it.
}
