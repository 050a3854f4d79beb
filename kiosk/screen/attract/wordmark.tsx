/**
 * The house's sign, or 唱名: sung by itself every half minute, so that who waits has seen the gesture before it is theirs. A
 * character at a time as a name is, a word where it is written in letters.
 */
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { type SignLine, signLines } from './sign-lines.ts'
import './wordmark.css'

export function Wordmark() {
  const { link } = useKiosk()
  const { t, own } = useSpeech()
  const venue = link.view.one('venue')
  // What it is called is not known yet: no other name in its place.
  if (!venue) return <p class="wordmark" />
  const text = venue.sign ? own(venue.sign) : t('wordmark')
  const lines = signLines(text)
  const widest = Math.max(...lines.map(({ ems }) => ems))
  return (
    <p
      class="wordmark"
      lang={!venue.sign || text === venue.sign.zhHans ? 'zh-Hans' : undefined}
      style={{ '--ems': String(widest), '--lines': String(lines.length) }}
    >
      <span class="visually-hidden">{text}</span>
      <span class="wordmark-lines" aria-hidden="true">
        {lines.map(line => (
          <Line key={line.from} line={line} />
        ))}
      </span>
    </p>
  )
}

function Line({ line: { parts, from } }: { line: SignLine }) {
  return (
    <span class="wordmark-line">
      {parts.map((part, index) => (
        <span class="wordmark-part" key={from + index} style={{ '--index': String(from + index) }}>
          <span class="wordmark-outline">{part}</span>
          <span class="wordmark-gold">{part}</span>
        </span>
      ))}
    </span>
  )
}
