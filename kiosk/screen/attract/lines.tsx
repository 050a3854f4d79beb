/** The venue's own lines in turn, one at a time; now and then how many rooms are free. */
import { useEffect, useState } from 'preact/hooks'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { Phrases } from '../parts/phrases.tsx'
import './lines.css'

const lineMs = 11_000

export function Lines() {
  const { link, lobby } = useKiosk()
  const { t, own } = useSpeech()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn(old => old + 1), lineMs)
    return () => clearInterval(timer)
  }, [])
  // While the hub is away nobody knows.
  const free = lobby.gone.value ? 0 : (link.view.one('lobby')?.freeRooms ?? 0)
  const lines = (link.view.one('venue')?.lines ?? []).map(own)
  const all = free > 0 ? [...lines, t('freeRooms', { count: free })] : lines
  const line = all[turn % Math.max(1, all.length)]
  return (
    <p class="lines">
      <span class="lines-one" key={line}>
        {line !== undefined && <Phrases text={line} />}
      </span>
    </p>
  )
}
