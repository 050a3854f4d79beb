/** One room: its state by shape and word, who is in it, how long still, what is missing, what is asked. */
import type { RequestView, RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import { Severity } from '../../../shared/ui/severity.tsx'
import { callWords } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { type House, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { expectedIn } from '../state/promised-to.ts'
import type { RoomState } from '../state/rooms.ts'
import { glyphs } from './glyphs.ts'

export interface RoomTileProps {
  room: Shown<RoomView>
  visit: Shown<VisitView> | undefined
  state: RoomState
  calls: readonly RequestView[]
}

const worstFirst = ['critical', 'warning', 'info'] as const

export function RoomTile({ room, visit, state, calls }: RoomTileProps) {
  const { t, own, list, house } = useSpeech()
  const Glyph = glyphs[state]
  const worst = worstFirst.find(level => calls.some(({ severity }) => severity === level))
  return (
    <button
      type="button"
      class="tile"
      data-cursor=""
      data-state={state}
      data-calling={worst}
      data-slice-key={`room/${room.id}`}
      onClick={() => {
        house.openRoom.value = room.id
      }}
    >
      <span class="tile-head">
        <span class="tile-room">{room.name}</span>
        <span class="tile-state">
          <Glyph class="icon" aria-hidden="true" />
          {t(`room.${state}`)}
        </span>
      </span>
      {visit ? (
        <Party visit={visit} room={room} />
      ) : (
        <span class="tile-line quiet">{emptyWords(house, room, own(room.className))}</span>
      )}
      {worst !== undefined && (
        <span class="tile-calls">
          <Severity level={worst} word={t(worst)} />
          <span class="tile-call">{list([...new Set(calls.map(({ what }) => callWords(t, what)))])}</span>
        </span>
      )}
      {(room.pending || visit?.pending) && <PendingMark />}
    </button>
  )
}

function Party({ visit, room }: { visit: VisitView; room: RoomView }) {
  const { t, format, house } = useSpeech()
  const next = room.heldFor === undefined ? undefined : house.link.get('reservation', room.heldFor)
  const { title, party, terms, money, openedAt, doNotDisturb, discreet, status, settledAt } = visit
  const left = terms.endsAt === undefined ? undefined : terms.endsAt - house.now.value
  const over = terms.over || (left !== undefined && left <= 0)
  return (
    <>
      <span class="tile-line">
        {title !== undefined && <span class="name tile-name">{title}</span>}
        <span>{t('people', { count: party })}</span>
        <span class="quiet">{t('since', { time: format.time(openedAt) })}</span>
      </span>
      <span class="tile-line">
        {over && <span class="tile-warn">{t('timeOver')}</span>}
        {!over && left !== undefined && (
          <span class={left < 15 * 60_000 ? 'tile-warn' : undefined}>
            {t('timeLeft', { clock: format.duration(left) })}
          </span>
        )}
        {status === 'settled' && settledAt !== undefined && (
          <span>{t('settledSince', { time: format.time(settledAt) })}</span>
        )}
        {status === 'open' && money && money.missing > 0 && (
          <span>{t('missingTo', { amount: format.money(money.missing) })}</span>
        )}
        {/* Whoever sits there is to be gone by then. */}
        {next && <span class="tile-warn">{t('heldAt', { time: format.time(next.arrivesAt) })}</span>}
        {room.panelOffSince !== undefined && <span class="tile-warn">{t('panelOffTile')}</span>}
        {discreet && <span class="quiet">{t('discreet')}</span>}
        {doNotDisturb && <span class="quiet">{t('doNotDisturb')}</span>}
      </span>
    </>
  )
}

function emptyWords(house: House, { id, heldFor, capacity }: RoomView, className: string): string {
  const { t, format } = house.speech.value
  const held = heldFor === undefined ? undefined : house.link.get('reservation', heldFor)
  if (!held) {
    const later = expectedIn(house.link, id)
    const promise = later ? [t('heldAt', { time: format.time(later.arrivesAt) })] : []
    return [className, t('capacityOf', { count: capacity }), ...promise].join(' · ')
  }
  const time = format.time(held.arrivesAt)
  return held.title === undefined ? t('heldAt', { time }) : t('heldFor', { time, name: held.title })
}
