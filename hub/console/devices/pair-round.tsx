/**
 * A house full of tablets by one person: the PIN once, then six letters each. The sixth letter sends, the next room without a
 * tablet is chosen already, and the field waits for the next tablet. It ends with the dialog, and with the session.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { dot } from '../parts/dot.ts'
import { staffName } from '../parts/names.ts'
import { Choices, Field } from '../parts/parts.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { type House, me, useSpeech } from '../state/house.ts'
import { inOrder } from '../state/rooms.ts'
import { OnlyHere } from './only-here.tsx'
import { otherPanels, revokeAll, whenThere } from './second-panel.ts'

interface Paired {
  readonly device: Id
  readonly room: Id
}

export function PairRound({ onClose }: { onClose: () => void }) {
  const { t, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const [over, setOver] = useState<Refusal>()
  useEffect(() => () => void house.link.sendNow({ type: 'EndPairing' }), [])
  return (
    <Dialog
      title={t('pairRound')}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('close')} onPress={onClose} />}
    >
      <OnlyHere />
      {open ? (
        <Round
          onOver={why => {
            setOver(why)
            setOpen(false)
          }}
        />
      ) : (
        <>
          <p class={over ? 'wrong' : 'quiet'}>{over ? house.wordsOf(over) : t('pairRoundPin')}</p>
          <PinEntry
            label={t('enterPin', { staff: staffName(house, me(house)) })}
            onPin={async pin => {
              const answer = await house.link.sendNow({ type: 'StartPairing', pin })
              if (!answer.ok) return answer.refusal
              setOpen(true)
              return undefined
            }}
          />
        </>
      )}
    </Dialog>
  )
}

/** `onOver`: the PIN is wanted again. */
function Round({ onOver }: { onOver: (why: Refusal) => void }) {
  const { t, house } = useSpeech()
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState<Id>()
  const [paired, setPaired] = useState<readonly Paired[]>([])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const field = useRef<HTMLInputElement>(null)
  const ready = () => field.current?.focus()
  useEffect(ready, [])
  const rooms = inOrder(house.link.all('room'))
  const has = roomsWithPanel(house, paired)
  const last = paired.at(-1)
  const room = chosen ?? nextRoom(rooms, has, last?.room)?.id

  const send = async (letters: string, room: Id | undefined) => {
    const name = nameFor(house, room)
    if (room === undefined || name === undefined) return
    setBusy(true)
    const answer = await house.link.sendNow({ type: 'ConfirmPairing', code: letters, name, kind: 'panel', room })
    setBusy(false)
    setCode('')
    ready()
    if (answer.ok) {
      const { device } = answer.result
      if (typeof device === 'string') setPaired([...paired, { device, room }])
      return setChosen(undefined)
    }
    if (answer.refusal.refused === 'pin-again') onOver(answer.refusal)
    else setRefusal(answer.refusal)
  }
  const undo = ({ device, room: its }: Paired) => {
    void house.tap({ type: 'RevokeDevice', device })
    setPaired(paired.filter(one => one.device !== device))
    setChosen(its)
    ready()
  }
  return (
    <div class="form">
      {!house.link.one('self')?.onlyHere && (
        <p class="quiet">{t('pairRoundHint', { address: `${location.origin}/panel` })}</p>
      )}
      <Field label={t('pairCode')}>
        {id => (
          <input
            id={id}
            ref={field}
            class="text-input pair-code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={length}
            readOnly={busy}
            value={code}
            onInput={event => {
              const letters = event.currentTarget.value.toUpperCase().replace(notOfCodes, '')
              setRefusal(undefined)
              setCode(letters)
              // Drawn again even where nothing but a wrong key was taken out.
              event.currentTarget.value = letters
              if (letters.length === length && !busy) void send(letters, room)
            }}
          />
        )}
      </Field>
      <div class="pair-round-said" role="status">
        {refusal && <p class="wrong">{house.wordsOf(refusal)}</p>}
        {!refusal && last && <Just paired={last} onUndo={() => undo(last)} />}
      </div>
      <div class="field">
        <span class="label">
          {t('pairRoundRoom')} · {t('pairRoundCount', { done: has.size, all: rooms.length })}
        </span>
        {room === undefined && <p>{t('pairRoundAll')}</p>}
        <Choices
          label={t('pairRoom')}
          current={room}
          onChoose={id => {
            setChosen(id)
            ready()
            // The letters waited for it: every room had a panel already.
            if (code.length === length && !busy) void send(code, id)
          }}
          choices={rooms.map(({ id, name: word }) => ({ id, word, ...(has.has(id) && { more: t('pairRoundHas') }) }))}
        />
      </div>
    </div>
  )
}

/** What was done last, whether it is there, and the way back while one still stands in the room. */
function Just({ paired: { device, room }, onUndo }: { paired: Paired; onUndo: () => void }) {
  const { t, house } = useSpeech()
  const there = house.link.get('device', device)?.online === true
  const name = house.link.get('room', room)?.name ?? ''
  const others = otherPanels(house, room, device)
  return (
    <>
      <span class="device-state" data-online={there ? '' : undefined}>
        {there ? '●' : '○'} {t(there ? 'pairRoundThere' : 'pairRoundJust', { device: name })}
      </span>
      <Button size="min" variant="quiet" word={t('pairRoundUndo')} onPress={onUndo} />
      {others.length > 0 && (
        <span>
          ◆ {t('secondPanel', { room: name })} · {others.map(other => whenThere(house, other)).join(dot)}
          <Button size="min" variant="quiet" word={t('revokeOld')} onPress={() => revokeAll(house, others)} />
        </span>
      )}
    </>
  )
}

function roomsWithPanel({ link }: House, paired: readonly Paired[]): ReadonlySet<Id> {
  const known = link.all('device').filter(({ kind, unpaired }) => kind === 'panel' && !unpaired)
  return new Set(
    [...known.map(device => device.room), ...paired.map(one => one.room)].filter(room => room !== undefined),
  )
}

/** As it was written down with the house, else as its room. */
function nameFor({ link }: House, room: Id | undefined): string | undefined {
  const expected = link.all('device').find(device => device.unpaired && device.kind === 'panel' && device.room === room)
  return expected?.name ?? (room === undefined ? undefined : link.get('room', room)?.name)
}

/** The next one along the corridor, else the first that was left out. */
function nextRoom(rooms: readonly RoomView[], has: ReadonlySet<Id>, last: Id | undefined): RoomView | undefined {
  const after = rooms.findIndex(({ id }) => id === last) + 1
  return [...rooms.slice(after), ...rooms.slice(0, after)].find(({ id }) => !has.has(id))
}

const length = 6
/** As hub/identity makes them: twenty consonants. */
const notOfCodes = /[^BCDFGHJKLMNPQRSTVWXZ]/g
