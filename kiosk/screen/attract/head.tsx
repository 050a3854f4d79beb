/** The house and the time, to be read from the door; a ribbon of names takes their place. */
import { useEffect, useState } from 'preact/hooks'
import { ClockText } from '../../../shared/ui/clock-text.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './head.css'

export function Head() {
  const { link } = useKiosk()
  const { own } = useSpeech()
  const venue = link.view.one('venue')
  return (
    <header class="head">
      <h1 class="head-venue">{venue && own(venue.name)}</h1>
      <Clock />
    </header>
  )
}

function Clock() {
  const { link } = useKiosk()
  const { format } = useSpeech()
  const [now, setNow] = useState(() => link.hubNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(link.hubNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <ClockText time={format.time(now)} at={now - (now % 60_000)} />
}
