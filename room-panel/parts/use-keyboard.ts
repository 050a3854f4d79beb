/** A tablet with a real keyboard may use it too. */
import { useEffect, useRef } from 'preact/hooks'

/** `onKey` gets one letter or digit of any script, lower case. */
export function useKeyboard(onKey: (character: string) => void, onBackspace: () => void): void {
  const newest = useRef({ onKey, onBackspace })
  newest.current = { onKey, onBackspace }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Backspace') newest.current.onBackspace()
      else if (/^[\p{L}\p{N}]$/u.test(event.key)) newest.current.onKey(event.key.toLowerCase())
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
