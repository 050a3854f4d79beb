/** What the house sings, drifting by slowly. Decoration: a screen reader is spared it. */
import { useKiosk } from '../lobby/kiosk-context.ts'
import './hot-songs.css'

/** A song passes in this time. */
const secondsEach = 7
const shown = 24

export function HotSongs() {
  const { link } = useKiosk()
  const songs = (link.view.one('lobby')?.hotSongs ?? []).slice(0, shown)
  // Twice, so that the end runs into the beginning.
  const row = [...songs, ...songs]
  return (
    <div class="songs" aria-hidden="true">
      <ul class="songs-row" style={{ animationDuration: `${songs.length * secondsEach}s` }}>
        {row.map(({ title, artist }, index) => (
          <li key={`${index}${title}`}>
            <span>{title}</span>
            <span class="songs-artist">{artist}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
