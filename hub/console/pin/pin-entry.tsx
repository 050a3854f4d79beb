/**
 * Six digits, by pad or keyboard; sent when the sixth is there. A wrong one is said in words; too many wrong ones hold
 * the pad while gold runs out. The digits live here only, never in storage.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { NumberPad } from '../../../shared/ui/number-pad.tsx'
import { Wipe } from '../../../shared/ui/wipe.tsx'
import { useSpeech } from '../state/house.ts'
import './pin-entry.css'

const length = 6

export interface PinEntryProps {
  /** Whose PIN. */
  label: string
  /** Undefined: it was right, or is no longer this pad's business. */
  onPin: (pin: string) => Promise<Refusal | undefined>
  /** Why this PIN is asked for once more. */
  said?: Refusal | undefined
}

export function PinEntry({ label, onPin, said }: PinEntryProps) {
  const { t, house } = useSpeech()
  const [digits, setDigits] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState(said)
  const [wait, setWait] = useState(() => waitOf(said, house.link.hubNow()))
  const held = busy || wait !== undefined

  const send = async (pin: string) => {
    setBusy(true)
    const refused = await onPin(pin)
    setBusy(false)
    setDigits('')
    setRefusal(refused)
    setWait(waitOf(refused, house.link.hubNow()))
  }
  const type = (digit: string) => {
    if (held || digits.length >= length) return
    const typed = digits + digit
    setDigits(typed)
    setRefusal(undefined)
    if (typed.length === length) void send(typed)
  }
  const back = () => {
    if (!held) setDigits(digits.slice(0, -1))
  }
  useTypedDigits(type, back)

  return (
    <div class="pin-entry">
      <p id="pin-label">{label}</p>
      <p class="pin-dots" role="status" aria-label={t('pinEntered', { count: digits.length })}>
        {Array.from({ length }, (_, at) => (
          <span key={at} class="pin-dot" data-filled={at < digits.length ? '' : undefined} />
        ))}
      </p>
      <div class="pin-answer" role="alert">
        {refusal && <p class="wrong">{house.wordsOf(refusal)}</p>}
        {wait && (
          <>
            <p>
              {t('pinDelayLeft', {
                seconds: Math.ceil(Math.min(wait.ms, Math.max(0, wait.until - house.now.value)) / 1000),
              })}
            </p>
            <Wipe kind="bar" direction="drain" durationMs={wait.ms} onDone={() => setWait(undefined)} />
          </>
        )}
      </div>
      <div data-held={held ? '' : undefined} class="pin-pad">
        <NumberPad
          label={label}
          words={{ backspace: t('backspace'), enter: t('enter') }}
          onDigit={type}
          onBackspace={back}
          onEnter={() => void send(digits)}
          enterDisabled={held || digits.length < length}
        />
      </div>
    </div>
  )
}

function waitOf(
  refusal: Refusal | undefined,
  now: number,
): { readonly ms: number; readonly until: number } | undefined {
  return refusal?.next === 'wait' && refusal.waitMs !== undefined
    ? { ms: refusal.waitMs, until: now + refusal.waitMs }
    : undefined
}

/** A laptop has keys: they type here wherever the focus is, unless in a field. */
function useTypedDigits(type: (digit: string) => void, back: () => void): void {
  const latest = useRef({ type, back })
  latest.current = { type, back }
  // Before it is painted: who types as soon as they see the dots loses no digit.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
      if (/^\d$/.test(event.key)) latest.current.type(event.key)
      else if (event.key === 'Backspace') latest.current.back()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
