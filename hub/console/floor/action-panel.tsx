/** The choices behind an action: which room, whose visit, who attends, which rule. */
import { useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import { complaints } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { MoneyField } from '../parts/money-field.tsx'
import { roomName, staffName } from '../parts/names.ts'
import { Choices, Wrong } from '../parts/parts.tsx'
import { PartySize } from '../parts/party-size.tsx'
import { useIntoView } from '../parts/use-into-view.ts'
import { type House, me, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { freeRooms } from '../state/rooms.ts'
import { parties, rooms } from '../state/shown.ts'
import { useSending } from '../state/use-sending.ts'
import { ChangeTariffChoices, MoveTariffChoices, moveTariffs, RoomChoices } from './choices.tsx'

export type Panel = 'move' | 'tariff' | 'merge' | 'party' | 'attendant' | 'booker' | 'rule' | 'complaint'

export interface ActionPanelProps {
  panel: Panel
  visit: VisitView
  room: RoomView
  onDone: () => void
}

export function ActionPanel(props: ActionPanelProps) {
  const opened = useIntoView<HTMLDivElement>(props.panel)
  return (
    <div class="room-panel" ref={opened}>
      <Choice {...props} />
    </div>
  )
}

function Choice({ panel, visit, onDone }: ActionPanelProps) {
  switch (panel) {
    case 'move':
      return <MovePanel visit={visit} onDone={onDone} />
    case 'tariff':
      return <TariffPanel visit={visit} onDone={onDone} />
    case 'party':
      return <PartyPanel visit={visit} onDone={onDone} />
    case 'merge':
      return <MergePanel visit={visit} onDone={onDone} />
    case 'attendant':
      return <AttendantPanel visit={visit} onDone={onDone} />
    case 'booker':
      return <BookerPanel visit={visit} onDone={onDone} />
    case 'rule':
      return <RulePanel visit={visit} onDone={onDone} />
    case 'complaint':
      return <ComplaintPanel visit={visit} onDone={onDone} />
  }
}

type PanelProps = Pick<ActionPanelProps, 'visit' | 'onDone'>

/** One tap out of a few that the hub has to answer: until then it is on its way, and what came in between is said here. */
function useChoice(onDone: () => void) {
  const [chosen, setChosen] = useState<string>()
  const { busy, wrong, send } = useSending(undefined, onDone)
  return {
    sending: busy ? chosen : undefined,
    wrong,
    choose(id: string, command: PeopleCommand) {
      if (busy) return
      setChosen(id)
      void send(command)
    },
  }
}

function TariffPanel({ visit, onDone }: PanelProps) {
  const { t } = useSpeech()
  const { sending, wrong, choose } = useChoice(onDone)
  return (
    <>
      <h3 class="label">{t('changeTariff')}</h3>
      <ChangeTariffChoices
        visit={visit}
        sending={sending}
        onChoose={tariff => choose(tariff, { type: 'ChangeTariff', visit: visit.id, tariff })}
      />
      <Wrong words={wrong} />
    </>
  )
}

function MergePanel({ visit, onDone }: PanelProps) {
  const { t, house } = useSpeech()
  const { sending, wrong, choose } = useChoice(onDone)
  return (
    <>
      <h3 class="label">{t('mergeInto')}</h3>
      <Choices
        label={t('mergeInto')}
        current={sending}
        sending={sending}
        onChoose={into =>
          askMerge(house, visit, into, () => choose(into, { type: 'MergeVisits', from: visit.id, into }))
        }
        choices={parties(house)
          .filter(({ id, status }) => id !== visit.id && status === 'open')
          .map(({ id, room, title = '' }) => ({ id, word: roomName(house, room), more: title }))}
      />
      <Wrong words={wrong} />
    </>
  )
}

function AttendantPanel({ visit, onDone }: PanelProps) {
  const { t, house } = useSpeech()
  const { sending, wrong, choose } = useChoice(onDone)
  return (
    <>
      <h3 class="label">{t('attendant')}</h3>
      <Choices
        label={t('attendant')}
        current={sending ?? visit.attendant}
        sending={sending}
        onChoose={staff => choose(staff, { type: 'SetAttendant', visit: visit.id, staff })}
        choices={house.link
          .all('staff')
          .filter(({ role, gone }) => !gone && (role === 'floor' || role === 'manager'))
          .map(({ id }) => ({ id, word: staffName(house, id) }))}
      />
      <Wrong words={wrong} />
    </>
  )
}

/** Who brings guests may be anybody of the house. Who writes it down is not asked about themselves. */
function BookerPanel({ visit, onDone }: PanelProps) {
  const { t, house } = useSpeech()
  const { sending, wrong, choose } = useChoice(onDone)
  const everybody = house.link.all('staff').filter(({ gone }) => !gone)
  const choices = everybody.filter(({ id }) => isLead(who(house)) || id !== me(house))
  return (
    <>
      <h3 class="label">{t('booker')}</h3>
      <Choices
        label={t('booker')}
        current={sending ?? visit.booker ?? nobody}
        sending={sending}
        onChoose={id => choose(id, { type: 'SetBooker', visit: visit.id, ...(id !== nobody && { booker: id }) })}
        choices={[
          ...choices.map(({ id }) => ({ id, word: staffName(house, id) })),
          ...(visit.booker === undefined ? [] : [{ id: nobody, word: t('noAttendant') }]),
        ]}
      />
      <Wrong words={wrong} />
    </>
  )
}

const nobody = ''

function PartyPanel({ visit, onDone }: PanelProps) {
  const { t } = useSpeech()
  const [party, setParty] = useState(visit.party)
  const { busy, wrong, send } = useSending({ type: 'CountParty', visit: visit.id, party }, onDone)
  // On its way it is shown as it will be.
  const same = party === visit.party && !busy
  return (
    <>
      <PartySize party={party} onChange={setParty} />
      <Wrong words={wrong} />
      <Button variant="primary" word={t('save')} busy={busy} disabled={same} onPress={() => void send()} />
    </>
  )
}

/** Into a room of another class it is asked by what they go on; it would be found out at the bill. */
function MovePanel({ visit, onDone }: PanelProps) {
  const { t, house } = useSpeech()
  const [chosen, setChosen] = useState<string>()
  const asked = useIntoView<HTMLDivElement>(chosen)
  const classOf = (room: string) => house.link.get('room', room)?.roomClass
  const mayChange = (room: string) =>
    visit.status === 'open' && classOf(room) !== classOf(visit.room) && moveTariffs(house, room, visit.terms).length > 0
  const go = (room: string, tariff?: string) => {
    void move(house, visit, room, tariff)
    onDone()
  }
  return (
    <>
      <h3 class="label">{t('moveTo')}</h3>
      <RoomChoices
        label={t('moveTo')}
        rooms={freeRooms(rooms(house), visit.party)}
        current={chosen}
        onChoose={room => (mayChange(room) ? setChosen(room) : go(room))}
      />
      {chosen !== undefined && (
        <div class="form" ref={asked}>
          <h3 class="label">{t('moveTariff')}</h3>
          <MoveTariffChoices room={chosen} terms={visit.terms} onChoose={tariff => go(chosen, tariff)} />
        </div>
      )}
    </>
  )
}

function RulePanel({ visit, onDone }: PanelProps) {
  const { t } = useSpeech()
  const rule = visit.orderRule
  const [kind, setKind] = useState(rule.kind)
  const [amount, setAmount] = useState<number | null>(rule.kind === 'above' ? rule.amount : 50_000)
  const wanted = kind !== 'above' ? { kind } : amount === null ? undefined : { kind, amount }
  const command = wanted && ({ type: 'SetOrderRule', visit: visit.id, rule: wanted } as const)
  const { busy, wrong, send } = useSending(command, onDone)
  return (
    <>
      <h3 class="label">{t('orderRule')}</h3>
      <Choices
        label={t('orderRule')}
        current={kind}
        onChoose={setKind}
        choices={(['free', 'above', 'staff-only'] as const).map(id => ({ id, word: t(`rule.${id}`) }))}
      />
      {kind === 'above' && <MoneyField label={t('ruleAmount')} value={amount} onChange={setAmount} />}
      <Wrong words={wrong} />
      <div class="form-foot">
        <Button
          size="standard"
          variant="primary"
          word={t('save')}
          busy={busy}
          disabled={!command}
          onPress={() => void send()}
        />
      </div>
    </>
  )
}

/** What they told somebody instead of tapping it. */
function ComplaintPanel({ visit, onDone }: PanelProps) {
  const { t } = useSpeech()
  const { sending, wrong, choose } = useChoice(onDone)
  const going = complaints.find(one => one === sending)
  return (
    <>
      <h3 class="label">{t('noteComplaint')}</h3>
      <Choices
        label={t('noteComplaint')}
        current={going}
        sending={going}
        onChoose={category => choose(category, { type: 'Complain', category, visit: visit.id })}
        choices={complaints.map(id => ({ id, word: t(`complaint.${id}`) }))}
      />
      <Wrong words={wrong} />
    </>
  )
}

/** Two bills become one and stay one. So it is asked, by both rooms' names. */
function askMerge(house: House, from: VisitView, into: string, merge: () => void): void {
  const { t } = house.speech.peek()
  const rooms = { from: roomName(house, from.room), into: roomName(house, house.link.get('visit', into)?.room) }
  house.notices.ask({
    title: t('merge'),
    text: t('mergeAsk', rooms),
    yes: t('mergeNow', rooms),
    no: t('cancel'),
    grave: true,
    onYes: merge,
  })
}

async function move(house: House, visit: VisitView, room: string, tariff: string | undefined): Promise<void> {
  const rooms = { from: roomName(house, visit.room), to: roomName(house, room) }
  const command = { type: 'MoveVisit', visit: visit.id, room, ...(tariff !== undefined && { tariff }) } as const
  if (!(await house.outcomeOf(command))) return
  house.notices.say(({ t }) => t('movedToast', rooms))
  // The sheet follows the party, unless another room was opened meanwhile.
  if (house.openRoom.peek() === visit.room) house.openRoom.value = room
}
