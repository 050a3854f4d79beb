/** 在班: who looks after which zone, and who else is on duty; one tap to begin or end one's own shift. */
import { useState } from 'preact/hooks'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { roles } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { roleWord, roomName, staffName } from '../parts/names.ts'
import { People } from '../pin/people.tsx'
import { type House, isOnDuty, may, signedIn, useSpeech } from '../state/house.ts'
import type { Words } from '../state/notices.ts'
import { parties } from '../state/shown.ts'
import './duty-strip.css'

export function DutyStrip() {
  const { t, list, own, house } = useSpeech()
  const onDuty = house.link.all('staff').filter(({ onDutySince }) => onDutySince !== undefined)
  const names = (staff: readonly StaffView[]) => list(staff.map(({ name }) => own(name)))
  const floor = onDuty.filter(({ role }) => role === 'floor')
  const everywhere = floor.filter(({ zone }) => zone.length === 0)
  return (
    <section class="duty" aria-label={t('onDuty')}>
      <h2 class="label">{t('onDuty')}</h2>
      {onDuty.length === 0 ? (
        <p class="duty-none">
          {t('nobodyOnDuty')} {signedIn(house) === undefined && <span class="quiet">{t('dutyHint')}</span>}
        </p>
      ) : (
        <dl class="duty-zones">
          {zonesOf(house).map(({ zone, isFloor }) => {
            const here = floor.filter(one => one.zone.includes(zone))
            const empty = here.length + everywhere.length === 0
            return (
              <div class="duty-zone" key={zone} data-empty={empty ? '' : undefined}>
                <dt>{isFloor ? t('floorNumber', { floor: zone }) : t('zoneNumber', { zone })}</dt>
                <dd>{empty ? t('nobodyOnDuty') : names([...here, ...everywhere])}</dd>
              </div>
            )
          })}
          {roles.map(role => {
            const others = role === 'floor' ? [] : onDuty.filter(one => one.role === role)
            return (
              others.length > 0 && (
                <div class="duty-zone" key={role}>
                  <dt>{roleWord(t, role)}</dt>
                  <dd>{names(others)}</dd>
                </div>
              )
            )
          })}
        </dl>
      )}
      {may(house, 'StartShift') && <ClockInOut />}
    </section>
  )
}

/** Signed in it is one's own shift; at a station whose name is tapped. */
function ClockInOut() {
  const { t, house } = useSpeech()
  const [asking, setAsking] = useState(false)
  const mine = signedIn(house)
  if (mine !== undefined) {
    const on = isOnDuty(house, mine)
    return (
      <Button size="min" word={on ? t('endShift') : t('startShift')} onPress={() => clock(house, mine, !on, false)} />
    )
  }
  return (
    <>
      <Button size="min" word={t('clockInOut')} onPress={() => setAsking(true)} />
      {asking && (
        <Dialog
          title={t('clockWho')}
          onClose={() => setAsking(false)}
          actions={<Button word={t('close')} onPress={() => setAsking(false)} />}
        >
          <People
            label={t('clockWho')}
            pressed={({ onDutySince }) => onDutySince !== undefined}
            onChoose={({ id, onDutySince }) => clock(house, id, onDutySince === undefined, true)}
          />
        </Dialog>
      )}
    </>
  )
}

function clock(house: House, staff: string, on: boolean, atStation: boolean): void {
  // Whoever is gone would go on earning by what those rooms drink.
  const attended = on ? [] : parties(house).filter(({ attendant }) => attendant === staff)
  const said: Words = ({ t, list }) => {
    const name = { staff: staffName(house, staff) }
    const names = attended.map(({ room }) => roomName(house, room))
    return names.length > 0
      ? t('clockedOutAttends', { ...name, rooms: list(names) })
      : t(on ? 'clockedIn' : 'clockedOut', name)
  }
  house.tap({ type: on ? 'StartShift' : 'EndShift', ...(atStation && { as: staff }) }, said)
}

function zonesOf(house: House): readonly { readonly zone: number; readonly isFloor: boolean }[] {
  const rooms = house.link.all('room')
  return [...new Set(rooms.map(({ zone }) => zone))]
    .sort((one, other) => one - other)
    .map(zone => ({ zone, isFloor: rooms.every(room => room.zone !== zone || room.floor === zone) }))
}
