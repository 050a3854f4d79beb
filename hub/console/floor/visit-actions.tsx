/** What can be done for a party; each tap is done at once, what needs a choice opens it in place. */
import { useState } from 'preact/hooks'
import type { RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import { leaveMs, refusableMs, undoSettleMs } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { AskHost } from '../live/ask-host.tsx'
import { SignInDialog } from '../locked/sign-in-dialog.tsx'
import { roomName } from '../parts/names.ts'
import { isKeyedInVain, isUnticked } from '../state/bar-board.ts'
import { useDraft } from '../state/drafts.ts'
import { type House, may, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { orders, requests } from '../state/shown.ts'
import { ActionPanel, type Panel } from './action-panel.tsx'
import { GiveComp } from './give-comp.tsx'
import { OrderFor } from './order-for.tsx'
import type { WantedLines } from './order-lines.ts'

const extensions = [30, 60] as const

interface VisitActionsProps {
  visit: VisitView
  room: RoomView
  /** Whose hands each order went through. */
  onSlip: () => void
}

export function VisitActions({ visit, room, onSlip }: VisitActionsProps) {
  const { t, house } = useSpeech()
  const [panel, setPanel] = useState<Panel>()
  const [dialog, setDialog] = useState<'comp' | 'ask' | 'sign-in'>()
  const order = useDraft<WantedLines>(`guest/order/${visit.id}`)
  const toggle = (wanted: Panel) => setPanel(panel === wanted ? undefined : wanted)
  const { id, status, discreet, totals } = visit
  const open = status === 'open'
  const signedIn = house.link.one('self')?.session !== undefined
  return (
    <section class="sheet-part" aria-label={t('actions')}>
      <div class="room-actions" data-signed-out={signedIn ? undefined : ''}>
        {!signedIn && <Button size="min" word={t('signInToServe')} onPress={() => setDialog('sign-in')} />}
        {signedIn && may(house, 'PlaceOrderFor') && (
          <Button size="min" word={t('orderFor')} onPress={() => order.open([])} />
        )}
        {signedIn && may(house, 'GiveComp') && (
          <Button size="min" word={t('giveComp')} onPress={() => setDialog('comp')} />
        )}
        {/* Of who has paid it is money to collect, and for who sees the bill. */}
        {(open || visit.money) &&
          may(house, 'ExtendVisit') &&
          visit.terms.endsAt !== undefined &&
          extensions.map(minutes => (
            <Button
              key={minutes}
              size="min"
              word={t('extendBy', { minutes })}
              onPress={() => void extend(house, visit, minutes)}
            />
          ))}
        {may(house, 'MoveVisit') && (
          <Button size="min" word={t('move')} pressed={panel === 'move'} onPress={() => toggle('move')} />
        )}
        {open && may(house, 'ChangeTariff') && (
          <Button size="min" word={t('changeTariff')} pressed={panel === 'tariff'} onPress={() => toggle('tariff')} />
        )}
        {may(house, 'MergeVisits') && (
          <Button size="min" word={t('merge')} pressed={panel === 'merge'} onPress={() => toggle('merge')} />
        )}
        {may(house, 'CountParty') && (
          <Button size="min" word={t('countParty')} pressed={panel === 'party'} onPress={() => toggle('party')} />
        )}
        {may(house, 'SetAttendant') && (
          <Button
            size="min"
            word={t('attendant')}
            pressed={panel === 'attendant'}
            onPress={() => toggle('attendant')}
          />
        )}
        {/* What is said already a manager says anew. */}
        {may(house, 'SetBooker') && (visit.booker === undefined || isLead(who(house))) && (
          <Button size="min" word={t('booker')} pressed={panel === 'booker'} onPress={() => toggle('booker')} />
        )}
        {may(house, 'SetOrderRule') && (
          <Button size="min" word={t('orderRule')} pressed={panel === 'rule'} onPress={() => toggle('rule')} />
        )}
        {may(house, 'SetDiscreet') && (
          <Button
            size="min"
            word={discreet ? t('unsetDiscreet') : t('setDiscreet')}
            pressed={discreet}
            onPress={() => house.tap({ type: 'SetDiscreet', visit: id, discreet: !discreet })}
          />
        )}
        {may(house, 'SetTotalsShown') && (
          <Button
            size="min"
            word={totals.shown ? t('hideTotals') : t('showTotals')}
            onPress={() => house.tap({ type: 'SetTotalsShown', visit: id, shown: !totals.shown })}
          />
        )}
        {signedIn && may(house, 'Complain') && (
          <Button
            size="min"
            word={t('noteComplaint')}
            pressed={panel === 'complaint'}
            onPress={() => toggle('complaint')}
          />
        )}
        {may(house, 'TellVisit') && <Button size="min" word={t('slip')} onPress={onSlip} />}
        {may(house, 'AskHost') && <Button size="min" word={t('seekerLooks')} onPress={() => setDialog('ask')} />}
        {(visit.undoOpenUntil ?? 0) > house.now.value && may(house, 'UndoOpen') && (
          <Button size="min" word={t('undoOpen')} onPress={() => undoOpen(house, visit)} />
        )}
        {open && may(house, 'SettleVisit') && (
          <Button size="standard" variant="primary" word={t('settle')} onPress={() => settle(house, visit)} />
        )}
        {!open && mayUndoSettle(house, visit) && (
          <Button size="min" word={t('undoSettle')} onPress={() => house.tap({ type: 'UndoSettle', visit: id })} />
        )}
        {!open && may(house, 'CloseVisit') && (
          <Button size="standard" variant="primary" word={t('closeRoom')} onPress={() => closeRoom(house, visit)} />
        )}
      </div>
      {panel && <ActionPanel panel={panel} visit={visit} room={room} onDone={() => setPanel(undefined)} />}
      {dialog === 'sign-in' && <SignInDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'ask' && <AskHost visit={visit} onClose={() => setDialog(undefined)} />}
      {dialog === 'comp' && <GiveComp visit={visit} room={room} onClose={() => setDialog(undefined)} />}
      {signedIn && order.value && <OrderFor visit={visit} room={room} draft={order} wanted={order.value} />}
    </section>
  )
}

/** Done at once; that it can be undone is said once the hub did it, and that a second tap was taken for the same one. */
async function extend(house: House, { id, room, terms, status }: VisitView, minutes: number): Promise<void> {
  const told = await house.answerOf({ type: 'ExtendVisit', visit: id, minutes })
  if (!told) return
  if (told.already) return house.notices.complain(({ t }) => t('extendedJustNow'))
  const { charge } = told
  const due = status === 'settled' && typeof charge === 'number' && charge > 0 ? charge : undefined
  house.notices.say(
    ({ t, format }) => {
      const what = { room: roomName(house, room), minutes }
      return due === undefined
        ? t('extendedToast', what)
        : t('extendedPaidToast', { ...what, amount: format.money(due) })
    },
    () => house.tap({ type: 'UndoExtend', visit: id }),
    () => (house.link.get('visit', id)?.terms.extensions ?? terms.extensions + 1) > terms.extensions,
  )
}

/** Its panel is wiped, and who was to sing there waits again. So it is asked. */
function undoOpen(house: House, { id, room }: VisitView): void {
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t('undoOpen'),
    text: t('undoOpenAsk', { room: roomName(house, room) }),
    yes: t('undoOpen'),
    no: t('cancel'),
    grave: true,
    onYes: () => house.tap({ type: 'UndoOpen', visit: id }),
  })
}

/** What nobody keyed in or carried in, time nobody paid, what is missing to the minimum: asked once; 仍然买单 goes through. */
function settle(house: House, { id, money, terms }: VisitView): void {
  const { t, format } = house.speech.peek()
  const { unticked = [], missing = 0, deposit = false } = money ?? {}
  const doubtful = money?.doubtful === true || (terms.kind === 'timed' && house.link.one('clock') !== undefined)
  const send = (sure: boolean) => house.tap({ type: 'SettleVisit', visit: id }, undefined, sure)
  // That is not to be got round: who asks about the rest first would ask in vain.
  const unanswered = orders(house).some(({ visit, status }) => {
    return visit === id && (status === 'placed' || status === 'awaiting-approval')
  })
  const inVain = keyedInVain(house, id)
  const toCashier = unticked.length + inVain > 0
  const over = stayedOver(house, terms)
  const unserved = unservedOf(house, id)
  const nothingWrong = !toCashier && missing === 0 && !doubtful && over === undefined && unserved === 0
  if (unanswered || (nothingWrong && !deposit)) return send(false)
  const toBar = () => {
    house.keyingIn.value = id
    house.screen.value = 'bar'
    house.openRoom.value = undefined
  }
  house.notices.ask({
    title: t('settle'),
    text: [
      ...(over === undefined ? [] : [t('stayedOver', { span: format.duration(over) })]),
      ...(unserved > 0 ? [t('settleUnserved', { count: unserved })] : []),
      ...(missing > 0 ? [t('settleMissing', { amount: format.money(missing) })] : []),
      ...(deposit ? [t('settleDeposit')] : []),
      ...(doubtful ? [t('roomDoubtful')] : []),
      ...(inVain > 0 ? [t('keyedInVain', { count: inVain })] : []),
      ...(unticked.length > 0 ? [t('settleAsk', { count: unticked.length })] : []),
    ].join('\n'),
    yes: t(nothingWrong ? 'settle' : 'settleDespite'),
    no: t(unticked.length > 0 ? 'keyInFirst' : inVain > 0 ? 'takeOutFirst' : 'cancel'),
    grave: true,
    onYes: () => send(toCashier || doubtful),
    ...(toCashier && { onNo: toBar }),
  })
}

/** Whose night is over only the hub knows: it says so. */
function mayUndoSettle(house: House, { settledAt = 0 }: VisitView): boolean {
  return may(house, 'UndoSettle') && (isLead(who(house)) || house.now.value - settledAt < undoSettleMs)
}

/** It cannot be undone: the panel is wiped. So it is asked, in one breath with what nobody keyed in since 买单. */
function closeRoom(house: House, { id: visit, money, terms }: VisitView): void {
  const { t, format } = house.speech.peek()
  const count = orders(house).filter(order => order.visit === visit && isUnticked(order)).length
  const inVain = keyedInVain(house, visit)
  const pending = requests(house).filter(one => {
    return one.visit === visit && (one.status === 'open' || one.status === 'acknowledged')
  })
  const over = stayedOver(house, terms)
  const complaints = pending.filter(({ what }) => what.kind === 'complaint').length
  const calls = pending.length - complaints
  house.notices.ask({
    title: t('closeRoom'),
    text: [
      ...(calls > 0 ? [t('closeRoomWaiting', { count: calls })] : []),
      ...(complaints > 0 ? [t('closeRoomComplaints', { count: complaints })] : []),
      ...(money?.afterwards === undefined ? [] : [`${t('roomAfterwards')} ${format.money(money.afterwards)}`]),
      ...(over === undefined ? [] : [t('stayedOver', { span: format.duration(over) })]),
      ...(inVain > 0 ? [t('keyedInVain', { count: inVain })] : []),
      count > 0 ? t('closeRoomUnticked', { count }) : t('closeRoomAsk'),
    ].join('\n'),
    yes: t('closeRoom'),
    no: t('cancel'),
    grave: true,
    onYes: () => house.tap({ type: 'CloseVisit', visit }, undefined, count + inVain > 0),
  })
}

const keyedInVain = (house: House, visit: string): number =>
  orders(house).filter(order => order.visit === visit && isKeyedInVain(order)).length

/** What was sold as a whole charges nothing by itself after its end: nobody would be told, and it stays unpaid. */
function stayedOver({ now }: House, { kind, endsAt }: VisitView['terms']): number | undefined {
  const over = kind === 'timed' || endsAt === undefined ? 0 : now.value - endsAt
  return over > leaveMs ? over : undefined
}

/** Accepted of late and not carried in. Where nobody says what is, that says nothing; what is older was, said or not. */
function unservedOf(house: House, visit: string): number {
  const all = orders(house)
  if (!all.some(({ status }) => status === 'delivered')) return 0
  const since = house.now.value - refusableMs
  return all.filter(one => one.visit === visit && one.status === 'accepted' && (one.acceptedAt ?? 0) > since).length
}
