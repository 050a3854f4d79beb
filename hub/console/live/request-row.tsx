/** One call: how bad, where, what, since when; who has it; and the next thing to do about it. */
import { useState } from 'preact/hooks'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { outcomes } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { callWords, kioskName, roomName, staffName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { goToRequest, releaseRequest, resolveRequest, takeRequest } from '../state/acts.ts'
import { type House, may, me, signedIn, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import './request-row.css'

export interface RequestRowProps {
  request: Shown<RequestView>
  /** What hurts most: its button is the gold one. */
  leading: boolean
}

export function RequestRow({ request, leading }: RequestRowProps) {
  const { t, format, house } = useSpeech()
  const [resolving, setResolving] = useState(false)
  const { status, severity, openedAt, takenAt, room } = request
  const now = house.now.value
  const inHand = status === 'acknowledged' && takenAt !== undefined
  return (
    <article
      class="request"
      data-cursor=""
      data-slice-key={`request/${request.id}`}
      data-status={status}
      data-severity={severity}
      tabIndex={-1}
    >
      <div class="request-severity">
        <Severity
          level={status === 'resolved' ? 'ok' : severity}
          word={status === 'resolved' ? t('column.approve') : t(severity)}
        />
      </div>
      <button
        type="button"
        class="request-room"
        disabled={room === undefined}
        onClick={() => {
          house.openRoom.value = room
        }}
      >
        {room === undefined ? kioskName(house, request.kiosk) : roomName(house, room)}
      </button>
      <div class="request-what">
        <p>
          <strong>{callWords(t, request.what)}</strong>
          {request.times > 1 && <span class="request-times">{t('requestNudged', { count: request.times })}</span>}
        </p>
        <RequestState request={request} />
      </div>
      <div class="request-clock">
        <span class="figure">{format.clock(now - (inHand ? takenAt : openedAt))}</span>
        <span class="label">
          {inHand ? t('requestTaken', { staff: staffName(house, request.takenBy) }) : format.time(openedAt)}
        </span>
      </div>
      <div class="request-do">
        <RequestButtons
          request={request}
          leading={leading}
          resolving={resolving}
          onResolving={() => setResolving(!resolving)}
        />
      </div>
      {resolving && status !== 'resolved' && (
        <fieldset class="request-outcomes chips" aria-label={t('resolveHow')}>
          <span class="label">{t('resolveHow')}</span>
          {outcomes.map(outcome => (
            <Button
              key={outcome}
              size="min"
              word={t(`outcome.${outcome}`)}
              onPress={() => {
                setResolving(false)
                resolveRequest(house, request, outcome)
              }}
            />
          ))}
        </fieldset>
      )}
    </article>
  )
}

/** The small print under the word: what changes how one goes there. */
function RequestState({ request }: { request: Shown<RequestView> }) {
  const { t, format, house } = useSpeech()
  const { status, level, reopened, vip, notTo, lapsesAt, onTheWay, outcome, pending } = request
  const mine = request.takenBy !== undefined && request.takenBy === me(house)
  const left = (lapsesAt ?? 0) - house.now.value
  return (
    <p class="request-state">
      {vip && <span class="request-vip">{t('vipRoom')}</span>}
      {level > 0 && <span class="request-bad">{t('escalated', { level })}</span>}
      {request.what.kind === 'desk' && request.what.why === 'looking-for' && <span>{t('lookingWhom')}</span>}
      {reopened > 0 && <span class="request-bad">{t('reopenedTimes', { count: reopened })}</span>}
      {notTo !== undefined && <span class="request-bad">{t('notForYou', { staff: staffName(house, notTo) })}</span>}
      {status === 'acknowledged' && onTheWay && <span>{t('onTheWay')}</span>}
      {status === 'acknowledged' && mine && left > 0 && left < 90_000 && (
        <span>{t('lapses', { clock: format.clock(left) })}</span>
      )}
      {status === 'resolved' && outcome && <span>{t(`outcome.${outcome}`)}</span>}
      {status === 'resolved' && <span>{t('awaitingConfirm')}</span>}
      {pending && <PendingMark />}
    </p>
  )
}

const undoMs = 10_000

function RequestButtons(props: RequestRowProps & { resolving: boolean; onResolving: () => void }) {
  const { request, leading, resolving, onResolving } = props
  const { t, house } = useSpeech()
  const { status, takenAt, onTheWay } = request
  if (status === 'resolved' || !may(house, 'TakeRequest')) return null
  if (status === 'open') {
    const mine = isAboutMe(house, request)
    return (
      <span data-key="a">
        <Button
          variant={leading ? 'primary' : 'standard'}
          size="standard"
          word={t('take')}
          disabled={mine}
          onPress={() => takeRequest(house, request)}
        />
      </span>
    )
  }
  const gone = house.now.value - (takenAt ?? 0)
  const mine = request.takenBy === me(house)
  return (
    <>
      {mine && gone < undoMs && (
        <span data-key="z">
          <Button
            size="min"
            word={t('undo')}
            label={t('release')}
            wipe={{ durationMs: undoMs }}
            onPress={() => releaseRequest(house, request)}
          />
        </span>
      )}
      {mine && !onTheWay && gone >= undoMs && (
        <Button size="min" word={t('onTheWay')} onPress={() => goToRequest(house, request)} />
      )}
      <span data-key={mine ? 'r' : undefined}>
        <Button size="min" word={t('resolve')} pressed={resolving} onPress={onResolving} />
      </span>
    </>
  )
}

const isAboutMe = (house: House, { notTo }: RequestView): boolean => notTo !== undefined && notTo === signedIn(house)
