/** Look-ups of set-up: each writes the new version of a document that the command's fact will commit. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { isEasyPin } from '../../shared/protocol/easy-pin.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Revised } from '../documents/revised.ts'
import { type Facts, noFacts, type StagedRow } from '../domain/decision.ts'
import type { Principal, StaffPrincipal } from '../domain/principal.ts'
import type { Edit } from '../domain/setup/change.ts'
import { changedMenu, type MenuCommand } from '../domain/setup/change-menu.ts'
import { changedVenue, type VenueCommand } from '../domain/setup/change-venue.ts'
import { type PeopleChange, staffFields } from '../domain/setup/staff.ts'
import type { Staff } from '../domain/staff/staff.ts'
import type { HouseRecords } from '../records/house-records.ts'

export function createSetupLookUps(deps: {
  records: HouseRecords
  newId: (prefix: string) => Id
  hashPin: (pin: string) => Promise<Staff['pin']>
  withPin: (by: StaffPrincipal, pin: string) => Promise<Facts>
}) {
  const { records, newId } = deps
  const { menu, venue } = records.documents

  async function changingMenu(command: MenuCommand): Promise<Facts | Refusal> {
    const classes = new Set(records.venue.classes.map(({ id }) => id))
    // On top of what is on its way: two hands at two things of one document do not get into each other's way.
    const changed = changedMenu(menu.newest.value, command, classes, newId)
    return 'refused' in changed ? changed : staged(menu, changed.menu, changed.edit)
  }

  async function changingVenue(command: VenueCommand): Promise<Facts | Refusal> {
    const priced = menu.newest.value.items.flatMap(({ prices }) => prices.flatMap(({ roomClass = [] }) => roomClass))
    const sold = menu.newest.value.items.filter(({ retired }) => !retired).map(({ id }) => id)
    const changed = changedVenue(venue.newest.value, command, new Set(priced), new Set(sold), newId)
    if ('refused' in changed) return changed
    const facts = await staged(venue, changed.venue, changed.edit)
    if (command.type !== 'RemoveRoom') return facts
    return { ...facts, staged: [...(facts.staged ?? []), ...(await revokedPanels(command.room))] }
  }

  async function revokedPanels(room: Id): Promise<readonly StagedRow[]> {
    const panels = records.allDevices().filter(device => device.room === room && !device.revoked)
    return Promise.all(
      panels.map(async device => {
        const basedOn = records.devices.get(device.id)?.rev ?? 0
        const rev = await records.devices.stage(device.id, { ...device, tokens: [], revoked: true })
        return { kind: 'device' as const, id: device.id, rev, basedOn }
      }),
    )
  }

  async function staged<T>(document: Revised<T>, value: T, edit: Edit): Promise<Facts> {
    if (edit.fields.length === 0) return noFacts
    const basedOn = document.newest.rev
    const rev = await document.stage(value)
    return { ...noFacts, staged: [{ kind: edit.of, id: edit.of, rev, basedOn }], edit }
  }

  async function changingStaff(command: PeopleChange, by: Principal): Promise<Facts | Refusal> {
    if (by.kind !== 'staff') return refuse('not-allowed', 'sign-in')
    const row = command.type === 'NewStaff' ? undefined : records.staff.get(command.staff)
    if (command.type !== 'NewStaff') {
      if (!row || row.value.gone) return refuse('unknown', 'look-again', { about: command.staff })
      if (row.rev !== command.rev) return refuse('changed', 'look-again', { about: row.id })
    }
    const facts = await deps.withPin(by, command.pin)
    // Nothing is written for who may not, nor where nothing changes.
    if (facts.pin !== 'right' || (command.type === 'NewStaff' && isEasyPin(command.newPin))) return facts
    const value = await staffAfter(command, row?.value, by.staff)
    if (row && JSON.stringify(value) === JSON.stringify(row.value)) return facts
    const rev = await records.staff.stage(value.id, value)
    return { ...facts, staged: [{ kind: 'staff', id: value.id, rev, ...(row && { basedOn: row.rev }) }] }
  }

  async function staffAfter(command: PeopleChange, before: Staff | undefined, from: Id): Promise<Staff> {
    if (command.type === 'RemoveStaff' && before) return { ...before, gone: true }
    if (command.type === 'SaveStaff' && before) return { ...before, ...staffFields(command) }
    if (command.type !== 'NewStaff') throw new Error(`nobody to change by ${command.type}`)
    const [id, pin] = await Promise.all([records.newId('staff'), deps.hashPin(command.newPin)])
    return { id, ...staffFields(command), pin, pinFrom: from }
  }

  async function removingAgain({ staff }: CommandOf<'RemoveAgain'>): Promise<Facts | Refusal> {
    const row = records.staff.get(staff)
    if (!row || row.value.gone) return refuse('unknown', 'look-again', { about: staff })
    const rev = await records.staff.stage(staff, { ...row.value, gone: true })
    return { ...noFacts, staged: [{ kind: 'staff', id: staff, rev, basedOn: row.rev }] }
  }

  return { changingMenu, changingVenue, changingStaff, removingAgain }
}
