/** What just happened, newest first. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import './feed-list.css'
import { eventDetail, eventWord } from './feed-words.ts'

const shown = 120

export function FeedList() {
  const { t, format, house } = useSpeech()
  const lines = house.link.feed.value.slice(-shown).reverse()
  return (
    <section class="feed" aria-label={t('feed')}>
      <h2 class="label">{t('feed')}</h2>
      {lines.length === 0 ? (
        <p class="quiet">{t('feedEmpty')}</p>
      ) : (
        <ol class="feed-list">
          {lines.map((line, at) => (
            <li class="feed-line" key={`${line.seq}/${line.event}/${lines.length - at}`}>
              <time class="feed-time">{format.time(line.at)}</time>
              {line.room === undefined ? <span /> : <FeedRoom room={line.room} />}
              <span class="feed-what">
                {eventWord(t, line.event)} <span class="quiet">{eventDetail(house, line)}</span>
              </span>
              <span class="feed-who">
                {line.amount === undefined ? '' : format.money(line.amount)}{' '}
                {line.staff === undefined ? '' : staffName(house, line.staff)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Where it happened: one tap opens the room. */
function FeedRoom({ room }: { room: Id }) {
  const { house } = useSpeech()
  return (
    <button
      type="button"
      class="feed-room"
      onClick={() => {
        house.openRoom.value = room
      }}
    >
      {roomName(house, room)}
    </button>
  )
}
