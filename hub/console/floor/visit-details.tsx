/** A party's stay: members with taboos first, terms, spend where it may be seen, orders, gifts, feedback. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { OrderView, VisitView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Brief } from '../live/brief.tsx'
import { dot } from '../parts/dot.ts'
import { leftOf } from '../parts/left-of.ts'
import { bookerName, itemName, optionNames, roomName, staffName } from '../parts/names.ts'
import { Taboos } from '../parts/parts.tsx'
import { type House, hasLeft, may, me, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { orders } from '../state/shown.ts'
import type { Say } from '../state/speech.ts'
import { TakeBackComp } from './take-back-comp.tsx'

export function VisitDetails({ visit }: { visit: VisitView }) {
  const { t, own, format, house } = useSpeech()
  const { terms, party, openedAt, settledAt, attendant, orderRule, singing, waiting, booker, totals } = visit
  const left = terms.endsAt === undefined ? undefined : terms.endsAt - house.now.value
  return (
    <>
      <Members visit={visit} />
      <Part title={t('terms')}>
        <dl class="facts">
          <dt>{own(terms.name)}</dt>
          <dd class="terms-run">
            {t('openedSince', { time: format.time(openedAt) })}
            {terms.endsAt !== undefined && ` → ${format.time(terms.endsAt)}`}
            {left !== undefined && left > 0 && `${dot}${t('timeLeft', { clock: format.duration(left) })}`}
            {terms.over && <strong class="tile-warn"> {t('timeOver')}</strong>}
            {terms.extensions > 0 && `${dot}${t('extendedTimes', { count: terms.extensions })}`}
          </dd>
          <dt>{t('partySize')}</dt>
          <dd>{t('people', { count: party })}</dd>
          {settledAt !== undefined && (
            <>
              <dt>{t('settled')}</dt>
              <dd>{format.time(settledAt)}</dd>
            </>
          )}
          <dt>{t('attendant')}</dt>
          <dd>
            {attendant === undefined ? t('noAttendant') : staffName(house, attendant)}
            {attendant !== undefined && hasLeft(house, attendant) && (
              <strong class="tile-warn"> {t('offDutyNow')}</strong>
            )}
          </dd>
          {booker !== undefined && (
            <>
              <dt>{t('booker')}</dt>
              <dd>{bookerName(house, booker)}</dd>
            </>
          )}
          {visit.notes && (
            <>
              <dt>{t('bookingNoteOf')}</dt>
              {visit.notes.map((note, at) => (
                <dd key={at} class="check-in-mind">
                  {note}
                </dd>
              ))}
            </>
          )}
          <dt>{t('orderRule')}</dt>
          <dd>
            {orderRule.kind === 'above'
              ? t('ruleAbove', { amount: format.money(orderRule.amount) })
              : t(`rule.${orderRule.kind}`)}
          </dd>
          {!totals.shown && totals.code !== undefined && (
            <>
              <dt>{t('hostCode')}</dt>
              <dd>
                {totals.code} <span class="quiet">{t('totalsHidden')}</span>
              </dd>
            </>
          )}
          {(singing !== undefined || waiting > 0) && (
            <>
              <dt>{t('nowSinging')}</dt>
              <dd>
                {singing} <span class="quiet">{t('songsWaiting', { count: waiting })}</span>
              </dd>
            </>
          )}
        </dl>
      </Part>
      <Money visit={visit} />
      <Orders visit={visit} />
      <Comps visit={visit} />
      {visit.feedback.length > 0 && (
        <Part title={t('feedbackGiven')}>
          <ul class="rows">
            {visit.feedback.map(({ guest, face, factors, at }) => (
              <li key={guest}>
                <strong>{t(`face.${face}`)}</strong>
                <span>{factors.map(factor => t(`factor.${factor}`)).join(dot)}</span>
                <span class="quiet spread">
                  {guest === 0 ? t('wholeRoom') : t('seatNumber', { guest })} {format.time(at)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="sheet-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Members({ visit }: { visit: VisitView }) {
  const { t, house } = useSpeech()
  if (visit.members.length === 0) return null
  const taboos = [...new Set(visit.members.flatMap(({ taboos: own }) => own))]
  return (
    <Part title={t('presentMembers')}>
      {visit.discreet && <p class="check-in-mind">{t('discreetGuest')}</p>}
      {visit.members.length > 1 && <Taboos words={taboos} />}
      <ul class="rows">
        {visit.members.map(member => (
          <li key={member.id}>
            <div class="member-line">
              {may(house, 'MemberCard') ? (
                <button
                  type="button"
                  class="member-open name"
                  onClick={() => {
                    house.openMember.value = member.id
                  }}
                >
                  {member.called}
                </button>
              ) : (
                <span class="name figure">{member.called}</span>
              )}
              <Brief brief={member} />
            </div>
            {may(house, 'LeaveVisit') &&
              (['leftEarly', 'notHere'] as const).map(how => (
                <Button
                  key={how}
                  size="min"
                  variant="quiet"
                  word={t(how)}
                  label={`${t(how)} ${member.called}`}
                  onPress={() => askLeft(house, visit, member, how)}
                />
              ))}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What was laid ready for them goes; of who was never there, the night and the booking too. So it is asked. */
function askLeft(
  house: House,
  { id: visit, room }: VisitView,
  { id: member, called }: VisitView['members'][number],
  how: 'leftEarly' | 'notHere',
) {
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t(how),
    text: t(`${how}Ask`, { member: called, room: roomName(house, room) }),
    yes: t(how),
    no: t('cancel'),
    grave: true,
    onYes: async () => {
      const early = how === 'leftEarly' ? ({ early: true } as const) : {}
      if (await house.outcomeOf({ type: 'LeaveVisit', visit, member, ...early }))
        house.notices.say(({ t }) => t(`${how}Now`, { member: called }))
    },
  })
}

function Money({ visit: { money, terms } }: { visit: VisitView }) {
  const { t, format } = useSpeech()
  if (!money) return null
  const { ordered, room, comps, missing, roomAsOf, afterwards, deposit, doubtful, unticked } = money
  return (
    <Part title={t('money')}>
      <dl class="figures">
        <div>
          <dt>{t('ordered')}</dt>
          <dd>{format.money(ordered)}</dd>
        </div>
        <div>
          <dt>
            {t('roomCharge')} {format.time(roomAsOf)}
            {terms.included !== undefined &&
              ` ${t('packageHolds', { span: format.duration(terms.included * 60_000) })}`}
            {terms.step !== undefined && ` ${t('countedBy', { span: format.duration(terms.step * 60_000) })}`}
          </dt>
          <dd>{format.money(room)}</dd>
        </div>
        {afterwards !== undefined && (
          <div data-bad="">
            <dt>{t('roomAfterwards')}</dt>
            <dd>{format.money(afterwards)}</dd>
          </div>
        )}
        {/* A 评价's reward, or what has no price, comes off no bill: that ¥0 was given would deny it. */}
        {comps > 0 && (
          <div>
            <dt>{t('compsGiven')}</dt>
            <dd>{format.money(comps)}</dd>
          </div>
        )}
        <div data-bad={missing > 0 ? '' : undefined}>
          <dt>{missing > 0 ? t('minimumMissing') : t('minimumSpend')}</dt>
          <dd>{missing > 0 ? format.money(missing) : t('minimumMet')}</dd>
        </div>
      </dl>
      {deposit && <p class="check-in-mind">{t('settleDeposit')}</p>}
      {doubtful && <p class="wrong">{t('roomDoubtful')}</p>}
      {unticked.length > 0 && <p class="wrong">{t('untickedCount', { count: unticked.length })}</p>}
      <p class="label">{t('moneyNote')}</p>
    </Part>
  )
}

function Orders({ visit }: { visit: VisitView }) {
  const { t, format, house } = useSpeech()
  const own = orders(house)
    .filter(order => order.visit === visit.id)
    .sort((one, other) => other.placedAt - one.placedAt)
  const priceWord = (order: OrderView) => {
    if (order.source === 'gift') return t('source.gift')
    const left = leftOf(order)
    return left === undefined ? '' : format.money(left)
  }
  return (
    <Part title={t('orders')}>
      {own.length === 0 ? (
        <p class="quiet">{t('noOrders')}</p>
      ) : (
        <ul class="rows">
          {own.map(order => (
            <li key={order.id}>
              <span class="quiet">{format.time(order.placedAt)}</span>
              <span>
                {order.lines
                  .map(({ item, qty, returned, options }) =>
                    [
                      `${itemName(house, item)} ×${qty}`,
                      returned > 0 && t('returnedCount', { count: returned }),
                      optionNames(house, item, options),
                    ]
                      .filter(Boolean)
                      .join(' '),
                  )
                  .join(dot)}
              </span>
              <span class="quiet spread">
                {statusWord(t, order)} {priceWord(order)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function statusWord(t: Say, { status, rejected, source }: OrderView): string {
  switch (status) {
    case 'awaiting-approval':
      return t('orderToApprove')
    case 'placed':
      return t('orderPlaced')
    case 'accepted':
      return t('orderAccepted')
    case 'delivered':
      return t('orderDelivered')
    case 'rejected':
      // Whoever gave it took it back: nobody at the bar said no.
      if (source === 'gift' && rejected === 'mistake') return t('giftBack')
      return [t('orderRejected'), ...(rejected === undefined ? [] : [t(`reject.${rejected}`)])].join(dot)
    case 'cancelled':
      return t('orderCancelled')
  }
}

function Comps({ visit: { id: visit, comps } }: { visit: VisitView }) {
  const { t, format, house } = useSpeech()
  const [taking, setTaking] = useState<VisitView['comps'][number]>()
  if (comps.length === 0) return null
  const whatOf = ({ kind, item, qty = 1 }: VisitView['comps'][number]) =>
    item === undefined ? t(kind === 'reduction' ? 'reduction' : 'waived') : `${itemName(house, item)} ×${qty}`
  const mine = (by: string) => by === me(house) || isLead(who(house))
  return (
    <Part title={t('givenComps')}>
      <ul class="rows">
        {comps.map(one => (
          <li key={one.comp}>
            <span>{whatOf(one)}</span>
            <span class="quiet">{t(`compReason.${one.reason}`)}</span>
            <span class="quiet spread">
              {one.amount > 0 && format.money(one.amount)} {staffName(house, one.by)} {format.time(one.at)}
            </span>
            {one.returnable && may(house, 'TakeBackComp') && mine(one.by) && (
              <Button
                size="min"
                variant="quiet"
                word={t('compBack')}
                label={`${t('compBack')} ${whatOf(one)}`}
                onPress={() => setTaking(one)}
              />
            )}
          </li>
        ))}
      </ul>
      {taking && (
        <TakeBackComp visit={visit} comp={taking} what={whatOf(taking)} onClose={() => setTaking(undefined)} />
      )}
    </Part>
  )
}
