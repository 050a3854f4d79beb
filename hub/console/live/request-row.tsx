/** One call: how bad, where, what, since when; who has it; and the next thing to do about it. */
import { useState } from 'preact/hooks'
import IconQuiet from '~icons/lucide/moon'
import { urgedWords } from '../../../shared/i18n/urged-words.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { outcomes } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { dot } from '../parts/dot.ts'
import { callPlace, callWords, itemName, optionNames, roleWord, staffName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { goToRequest, orderAsAsked, releaseRequest, resolveRequest, resumeRequest, takeRequest } from '../state/acts.ts'
import { type House, isOnDuty, may, me, signedIn, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { HandOn } from './hand-on.tsx'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export interface RequestRowProps {
  request: Shown<RequestView>
  /** What hurts most: its button is the gold one. */
  leading: boolean
}

export function RequestRow({ request, leading }: RequestRowProps) {
  const { t, house } = useSpeech()
  const [open, setOpen] = useState<'outcomes' | 'more'>()
  const toggle = (which: 'outcomes' | 'more') => setOpen(open === which ? undefined : which)
  const { status, severity, openedAt, takenAt, room } = request
  const urged = urgedWords(t, request.times)
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
          word={status === 'resolved' ? t('toConfirm') : t(severity)}
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
        {callPlace(house, request)}
      </button>
      <div class="request-what">
        <p>
          <strong>{callWords(t, request.what)}</strong>
          {urged !== undefined && <span class="request-times">{urged}</span>}
        </p>
        <RequestState request={request} />
      </div>
      <WaitClock
        since={inHand ? takenAt : openedAt}
        label={inHand ? t('requestTaken', { staff: staffName(house, request.takenBy) }) : undefined}
      />
      <div class="request-do">
        <RequestButtons request={request} leading={leading} open={open} onToggle={toggle} />
      </div>
      {open === 'more' && status !== 'resolved' && <HandOn request={request} onDone={() => setOpen(undefined)} />}
      {open === 'outcomes' && status !== 'resolved' && (
        <fieldset class="request-outcomes chips" aria-label={t('resolveHow')}>
          <span class="label">{t('resolveHow')}</span>
          {request.asks && signedIn(house) && may(house, 'PlaceOrderFor') && (
            <Button
              size="min"
              word={t('asksDo')}
              onPress={() => {
                setOpen(undefined)
                void orderAsAsked(house, request)
              }}
            />
          )}
          {outcomes.map(outcome => (
            <Button
              key={outcome}
              size="min"
              word={t(`outcome.${outcome}`)}
              onPress={() => {
                setOpen(undefined)
                resolveRequest(house, outcome, request)
              }}
            />
          ))}
        </fieldset>
      )}
    </article>
  )
}

const askedWords = (house: House, { item, qty, options }: NonNullable<RequestView['asks']>[number]): string =>
  [itemName(house, item), optionNames(house, item, options), `×${qty}`].filter(word => word !== '').join(' ')

/** Said so long before it sounds again. */
export const lapsesSoonMs = 90_000

/** The small print under the word: what changes how one goes there. */
function RequestState({ request }: { request: Shown<RequestView> }) {
  const { t, format, list, house } = useSpeech()
  const { status, level, reopened, vip, notTo, lapsesAt, onTheWay, outcome, pending } = request
  const { overdue, passed, whose, snooze, asks, gone } = request
  const mine = request.takenBy !== undefined && request.takenBy === me(house)
  const left = (lapsesAt ?? 0) - house.now.value
  const visit = request.visit === undefined ? undefined : house.link.get('visit', request.visit)
  return (
    <p class="request-state">
      {gone && (
        <strong>
          {gone.title !== undefined && <span class="name">{gone.title}</span>}
          {gone.title !== undefined && dot}
          {t('partyLeft')}
        </strong>
      )}
      {vip && <span class="request-vip">{t(gone ? 'vip' : 'vipRoom')}</span>}
      {visit?.doNotDisturb && (
        <span class="request-quiet">
          <IconQuiet class="icon" aria-hidden="true" />
          {t('doNotDisturb')}
        </span>
      )}
      {overdue && <span class="request-bad">{t('callOverdue')}</span>}
      {level > 0 && <span class="request-bad">{t('escalated', { level })}</span>}
      {request.what.kind === 'desk' && request.what.why === 'looking-for' && <span>{t('lookingWhom')}</span>}
      {asks && <strong>{t('asksAbout', { what: list(asks.map(line => askedWords(house, line))) })}</strong>}
      {reopened > 0 && <span class="request-bad">{t('reopenedTimes', { count: reopened })}</span>}
      {notTo !== undefined && <span class="request-bad">{t('notForYou', { staff: staffName(house, notTo) })}</span>}
      {passed && status === 'open' && (
        <span>{t('passedTo', { by: staffName(house, passed.by), to: passedName(house, passed.to) })}</span>
      )}
      {!passed && status === 'open' && whose && <ForWhom whose={whose} />}
      {status === 'acknowledged' && snooze !== undefined && lapsesAt !== undefined && (
        <>
          <span>{t(`snooze.${snooze}`)}</span>
          <span>{t('snoozedUntil', { time: format.time(lapsesAt) })}</span>
        </>
      )}
      {status === 'acknowledged' && onTheWay && <span>{t('onTheWay')}</span>}
      {status === 'acknowledged' && snooze === undefined && mine && left > 0 && left < lapsesSoonMs && (
        <span>{t('lapses', { clock: format.clock(left) })}</span>
      )}
      {status === 'resolved' && outcome && <span>{t(`outcome.${outcome}`)}</span>}
      {status === 'resolved' && <span>{t('awaitingConfirm')}</span>}
      {pending && <PendingMark />}
    </p>
  )
}

/** The last to be asked is the owner, there or not: who is not in the house is nobody to wait for. */
function ForWhom({ whose }: { whose: readonly Id[] }) {
  const { t, list, house } = useSpeech()
  const here = whose.filter(id => isOnDuty(house, id))
  if (here.length === 0) return <span class="request-bad">{t('nobodyOnDuty')}</span>
  return here.length > 2 ? null : <span>{t('forWhom', { staff: list(here.map(id => staffName(house, id))) })}</span>
}

const undoMs = 10_000

interface RequestButtonsProps extends RequestRowProps {
  open: 'outcomes' | 'more' | undefined
  onToggle: (which: 'outcomes' | 'more') => void
}

function RequestButtons({ request, leading, open, onToggle }: RequestButtonsProps) {
  const { t, house } = useSpeech()
  const { status, takenAt, onTheWay } = request
  if (!may(house, 'TakeRequest')) return null
  if (status === 'resolved') {
    return isAboutMe(house, request) ? null : (
      <Button size="min" variant="quiet" word={t('resume')} onPress={() => resumeRequest(house, request)} />
    )
  }
  // Last, so that it stands in one column: the keys before it have words of any length.
  const more = !isAboutMe(house, request) && (
    <Button size="min" variant="quiet" word={t('more')} pressed={open === 'more'} onPress={() => onToggle('more')} />
  )
  if (status === 'open') {
    const mine = isAboutMe(house, request)
    return (
      <>
        <span key="take" data-key="a">
          <Button
            variant={leading ? 'primary' : 'standard'}
            size="standard"
            word={t('take')}
            disabled={mine}
            onPress={() => takeRequest(house, request)}
          />
        </span>
        {more}
      </>
    )
  }
  const gone = house.now.value - (takenAt ?? 0)
  const mine = request.takenBy === me(house)
  return (
    <>
      {mine && gone < undoMs && (
        <span key="undo" data-key="z">
          <Button
            size="min"
            word={t('undo')}
            label={t('release')}
            wipe={{ durationMs: undoMs }}
            onPress={() => releaseRequest(house, request)}
          />
        </span>
      )}
      {mine && !onTheWay && request.snooze === undefined && gone >= undoMs && (
        <Button key="go" size="min" word={t('onTheWay')} onPress={() => goToRequest(house, request)} />
      )}
      <span key="resolve" data-key={mine ? 'r' : undefined}>
        <Button size="min" word={t('resolve')} pressed={open === 'outcomes'} onPress={() => onToggle('outcomes')} />
      </span>
      {more}
    </>
  )
}

const isAboutMe = (house: House, { notTo }: RequestView): boolean => notTo !== undefined && notTo === signedIn(house)

function passedName(house: House, to: NonNullable<RequestView['passed']>['to']): string {
  return 'staff' in to ? staffName(house, to.staff) : roleWord(house.speech.value.t, to.role)
}
