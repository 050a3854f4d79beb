/** One order as the bar needs it: room, age, what never to pour, quantities and names big; then the one next step. */
import { useEffect, useState } from 'preact/hooks'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { recallMs, refusableMs } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { Wipe } from '../../../shared/ui/wipe.tsx'
import { dot } from '../parts/dot.ts'
import { leftOf } from '../parts/left-of.ts'
import { itemToPour, optionNames, orderWords, roomName, staffName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { tagWord } from '../parts/tags.ts'
import { useIntoView } from '../parts/use-into-view.ts'
import { waited } from '../parts/waited.ts'
import { actOnOrder } from '../state/acts.ts'
import { type Column, isKeyedInVain } from '../state/bar-board.ts'
import { may, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { RejectReasons } from './reject-reasons.tsx'
import { ReturnLine } from './return-line.tsx'

/** A ticket this old has been forgotten by somebody. Ms. */
const lateMs = 8 * 60_000
/** The whole window in which a guest may undo. Ms. */
const lockMs = 8000

interface TicketProps {
  order: Shown<OrderView>
  column: Column
  /** Somebody came for this one. */
  sought: boolean
}

export function Ticket({ order, column, sought }: TicketProps) {
  const { t, format, list, house } = useSpeech()
  const age = house.now.value - order.placedAt
  const ticket = useIntoView<HTMLElement>(sought ? order.id : undefined)
  useEffect(() => {
    if (sought) ticket.current?.focus({ preventScroll: true })
  }, [sought])
  return (
    <article
      class="ticket"
      ref={ticket}
      data-sought={sought ? '' : undefined}
      data-cursor=""
      data-slice-key={`order/${order.id}`}
      tabIndex={-1}
    >
      <header class="ticket-head">
        <strong class="ticket-room">{roomName(house, order.room)}</strong>
        <span class="quiet">{t(`source.${order.source}`)}</span>
        <span class="ticket-age" data-late={column !== 'out' && age > lateMs ? '' : undefined}>
          {column === 'out' && order.deliveredAt !== undefined
            ? t('deliveredAgo', { ago: format.ago(house.now.value - order.deliveredAt) })
            : waited(format, age)}
        </span>
      </header>
      {order.mind.length > 0 && (
        <p class="taboos">
          <Severity level="critical" word={t('mind')} />
          <strong>{list(order.mind.map(kept => tagWord(house, kept)))}</strong>
        </p>
      )}
      <Lines order={order} />
      {order.printedAt !== undefined && (
        <p class="ticket-note">{t('printedAt', { time: format.time(order.printedAt) })}</p>
      )}
      {order.pending && <PendingMark />}
      <Steps order={order} column={column} />
    </article>
  )
}

function Lines({ order }: { order: OrderView }) {
  const { t, format, house } = useSpeech()
  return (
    <ul class="ticket-lines">
      {order.lines.map(({ line, item, qty, returned, unitPrice = 0, options, components, taboo }) => (
        <li class="ticket-line" key={line}>
          <span class="ticket-qty">×{qty}</span>
          <span class="ticket-item">
            {itemToPour(house, item)} {taboo && <Severity level="critical" word={t('mindThis')} />}
          </span>
          {options.length > 0 && <span class="ticket-options">{optionNames(house, item, options)}</span>}
          {components.length > 0 && (
            <span class="ticket-small">
              {components.map(part => `${itemToPour(house, part.item)} ×${part.qty * qty}`).join(dot)}
            </span>
          )}
          {returned > 0 && (
            <span class="ticket-small">
              {t('returnedCount', { count: returned })}
              {unitPrice > 0 && ` −${format.money(returned * unitPrice)}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Steps({ order, column }: { order: OrderView; column: Column }) {
  const { t, house } = useSpeech()
  const [rejecting, setRejecting] = useState(false)
  const locked = order.lockedUntil - house.now.value
  if (column === 'out') return isKeyedInVain(order) ? <StillKeyed order={order} /> : <AfterDelivery order={order} />
  if (!may(house, 'AcceptOrder')) return null
  const visit = house.link.get('visit', order.visit)
  // It is paid, or was accepted long ago: it comes off the bill with two PINs, as a return.
  const held = visit?.status === 'settled' || house.now.value - (order.acceptedAt ?? order.placedAt) > refusableMs
  const returned = column === 'making' && held && order.source !== 'gift'
  if (column === 'placed' && locked > 0) {
    return (
      <p class="ticket-lock" role="status">
        <span>{t('lockedFor', { seconds: Math.ceil(locked / 1000) })}</span>
        <Wipe kind="bar" direction="drain" durationMs={lockMs} from={Math.max(0, 1 - locked / lockMs)} />
      </p>
    )
  }
  const step =
    column === 'approve'
      ? ({ type: 'ApproveOrder', word: t('approve') } as const)
      : column === 'placed'
        ? ({ type: 'AcceptOrder', word: t('accept') } as const)
        : ({ type: 'DeliverOrder', word: t('deliver') } as const)
  return (
    <>
      <div class="ticket-do">
        {/* The host is asked before a key is pressed. */}
        <span class="ticket-main" data-key={column === 'approve' ? undefined : 'a'}>
          <Button
            variant={column === 'making' ? 'standard' : 'primary'}
            size="standard"
            word={step.word}
            onPress={() => actOnOrder(house, order, { type: step.type })}
          />
        </span>
        {column === 'making' && <Print order={order} />}
        {returned ? (
          may(house, 'ReturnLine') ? (
            <Return order={order} />
          ) : (
            <span class="quiet">{t('signInToReturn')}</span>
          )
        ) : (
          <Button
            size="min"
            variant="quiet"
            word={t('reject')}
            pressed={rejecting}
            onPress={() => setRejecting(!rejecting)}
          />
        )}
      </div>
      {rejecting && !returned && <RejectReasons order={order} onDone={() => setRejecting(false)} />}
    </>
  )
}

/** It was refused after it was keyed in. */
function StillKeyed({ order }: { order: OrderView }) {
  const { t, format, house } = useSpeech()
  const { id, room, total } = order
  const tick = (ticked: boolean) => house.outcomeOf({ type: 'TickOrder', order: id, ticked })
  const takeOut = () => {
    void tick(false).then(done => {
      // Its ticket went with this tap.
      if (!done) return
      house.notices.say(
        ({ t }) => t('takenOutToast', { room: roomName(house, room), what: orderWords(house, order) }),
        () => void tick(true),
        () => house.link.get('order', id)?.ticked !== true,
      )
    })
  }
  return (
    <>
      <p class="ticket-note">
        <strong class="wrong">{t('stillKeyed')}</strong>
        {total !== undefined && <span>{format.money(total)}</span>}
      </p>
      {may(house, 'TickOrder') && (
        <div class="ticket-do">
          <Button size="min" word={t('takenOut')} onPress={takeOut} />
        </div>
      )}
    </>
  )
}

/** 已录收银, and 退单 for who may. */
function AfterDelivery({ order }: { order: OrderView }) {
  const { t, house } = useSpeech()
  const { id, needsTick, ticked, deliveredBy, gone } = order
  const left = leftOf(order)
  const tick = (on: boolean) => {
    void house.outcomeOf({ type: 'TickOrder', order: id, ticked: on }).then(done => {
      // Its ticket went with this tap: what was a slip of the finger is taken back here.
      if (!done || !on || !gone) return
      house.notices.say(
        ({ t }) => t('tickedToast', { room: roomName(house, order.room), what: orderWords(house, order) }),
        () => tick(false),
        () => house.link.get('order', id)?.ticked !== false,
      )
    })
  }
  return (
    <>
      <p class="ticket-note">
        {gone && <strong class="wrong">{t('partyGone')}</strong>}
        {deliveredBy !== undefined && <span>{staffName(house, deliveredBy)}</span>}
        {left !== undefined && <span>{house.speech.value.format.money(left)}</span>}
      </p>
      <div class="ticket-do">
        {needsTick && may(house, 'TickOrder') && (
          <Button
            size="min"
            word={ticked ? t('ticked') : t('tick')}
            label={ticked ? t('untick') : t('tick')}
            pressed={ticked}
            onPress={() => tick(!ticked)}
          />
        )}
        {needsTick && !may(house, 'TickOrder') && <span class="quiet">{ticked ? t('ticked') : t('notTicked')}</span>}
        {!gone && <Print order={order} />}
        {!gone && <Recall order={order} />}
        {!gone && <Return order={order} />}
      </div>
    </>
  )
}

/** 出品 tapped too early: soon after it, and where nothing went back. */
function Recall({ order }: { order: OrderView }) {
  const { t, house } = useSpeech()
  const { deliveredAt, lines } = order
  const lately = deliveredAt !== undefined && house.now.value - deliveredAt < recallMs
  if (!lately || !may(house, 'RecallOrder') || lines.some(({ returned }) => returned > 0)) return null
  return (
    <Button
      size="min"
      variant="quiet"
      word={t('recallOrder')}
      onPress={() => actOnOrder(house, order, { type: 'RecallOrder' })}
    />
  )
}

/** On paper, once more or at all; where there is a printer. */
function Print({ order }: { order: OrderView }) {
  const { t, house } = useSpeech()
  if (!house.link.one('printer') || !may(house, 'PrintTicket')) return null
  return (
    <Button
      size="min"
      variant="quiet"
      word={t('printTicket')}
      onPress={() => actOnOrder(house, order, { type: 'PrintTicket' })}
    />
  )
}

function Return({ order }: { order: OrderView }) {
  const { t, house } = useSpeech()
  const [returning, setReturning] = useState(false)
  if (!may(house, 'ReturnLine') || order.lines.every(({ qty, returned }) => qty === returned)) return null
  return (
    <>
      <Button size="min" variant="quiet" word={t('returnLine')} onPress={() => setReturning(true)} />
      {returning && <ReturnLine order={order} onClose={() => setReturning(false)} />}
    </>
  )
}
