/** Look-ups of commands that are done with a PIN: whether it is right, and the second person's. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { isEasyPin } from '../../shared/protocol/easy-pin.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { FoundBackup } from '../backup/find-backups.ts'
import { type Facts, noFacts } from '../domain/decision.ts'
import type { Principal, StaffPrincipal } from '../domain/principal.ts'
import type { Staff } from '../domain/staff/staff.ts'
import type { HouseRecords } from '../records/house-records.ts'

export interface PinDeps {
  readonly records: HouseRecords
  /**
   * False as well for a PIN that is off or delayed: the decision says which. Who types it waits for those at the same place,
   * and for nobody else's more than one.
   */
  readonly isPin: (by: Principal, staff: Id, pin: string) => Promise<boolean>
  readonly hashPin: (pin: string) => Promise<Staff['pin']>
  /** Those that can be put back. */
  readonly backups: () => Promise<readonly FoundBackup[]>
}

type Second = { readonly staff: Id; readonly pin: string }

export function createPinLookUps(deps: PinDeps) {
  const { records } = deps
  return { ownPin, signingIn, resetPin, puttingBack }

  function ownPin(by: StaffPrincipal, pin: string, second?: Second): Promise<Facts> {
    return withPins(by, by.staff, pin, second)
  }

  async function withPins(by: Principal, staff: Id, pin: string, second?: Second): Promise<Facts> {
    const right = async (id: Id, given: string) => ((await deps.isPin(by, id, given)) ? 'right' : 'wrong')
    return {
      ...noFacts,
      pin: await right(staff, pin),
      ...(second && { second: await right(second.staff, second.pin) }),
    }
  }

  async function signingIn({ staff, pin }: CommandOf<'SignIn'>, by: Principal): Promise<Facts> {
    const device = 'device' in by ? records.devices.get(by.device)?.value : undefined
    const own = device !== undefined && !device.shared && device.station === undefined
    return { ...(await withPins(by, staff, pin)), sharedConsole: !own }
  }

  async function resetPin(command: CommandOf<'ResetPin'>, by: Principal): Promise<Facts | Refusal> {
    const row = records.staff.get(command.staff)
    if (!row || by.kind !== 'staff') return refuse('unknown', 'look-again', { about: command.staff })
    const facts = await ownPin(by, command.pin)
    if (facts.pin !== 'right' || isEasyPin(command.newPin)) return facts
    const { pinFrom, ...person } = row.value
    // Who knew the old one may have set the new one as well.
    const from = row.id === by.staff ? pinFrom : by.staff
    const value = { ...person, pin: await deps.hashPin(command.newPin), ...(from !== undefined && { pinFrom: from }) }
    return { ...facts, saved: { id: row.id, rev: await records.staff.stage(row.id, value) }, basedOn: row.rev }
  }

  async function puttingBack({ backup: name, pin }: CommandOf<'RestoreHouse'>, by: StaffPrincipal): Promise<Facts> {
    const [pins, backups] = await Promise.all([ownPin(by, pin), deps.backups()])
    const found = backups.find(one => one.name === name)
    return { ...pins, ...(found && { backup: { backup: name, madeAt: found.madeAt, bytes: found.bytes } }) }
  }
}
