/** Look-ups of commands about the house's devices: each writes the row that its event commits. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { DeviceKind } from '../../shared/protocol/words.ts'
import { type Facts, noFacts } from '../domain/decision.ts'
import type { Principal, StaffPrincipal } from '../domain/principal.ts'
import { pairsWithoutPin } from '../domain/staff/pairing.ts'
import type { ReadState } from '../domain/state.ts'
import type { DeviceRow } from '../identity/devices.ts'
import type { HouseRecords } from '../records/house-records.ts'

export interface DeviceLookUpDeps {
  readonly state: ReadState
  readonly records: HouseRecords
  /** What the row of the device that shows this code keeps of its token. */
  readonly pairing: (from: Id, code: string, device: Id) => { readonly token: DeviceRow['tokens'][number] } | Refusal
  /** The same for a device of the house that waits after a restore. */
  readonly readmission: (device: Id, code: string) => { readonly token: DeviceRow['tokens'][number] } | Refusal
  readonly withPin: (by: StaffPrincipal, pin: string) => Promise<Facts>
  readonly now: () => number
}

export function createDeviceLookUps(deps: DeviceLookUpDeps) {
  const { state, records, withPin } = deps

  return { pairing, readmitting, placing, renaming, switchingCamera, revoking, revokingAgain }

  async function pairing(command: CommandOf<'ConfirmPairing'>, by: Principal): Promise<Facts | Refusal> {
    if (by.kind !== 'staff') return noFacts
    const facts = command.pin === undefined ? noFacts : await withPin(by, command.pin)
    // Before any code is looked up: without PIN and round nobody learns anything of codes.
    if (!mayPair(by.device, command, facts)) return facts
    const expected = command.kind === 'panel' ? expectedIn(command.room) : undefined
    const id = expected?.value.id ?? (await records.newId('device'))
    const confirmed = deps.pairing(by.device, command.code, id)
    if ('refused' in confirmed) return confirmed
    const { type: _type, code: _code, pin: _pin, ...described } = command
    const row = {
      ...described,
      id,
      shared: command.kind === 'console' && command.station !== undefined,
      tokens: [confirmed.token],
      createdAt: deps.now(),
      revoked: false,
    }
    return {
      ...facts,
      saved: { id, rev: await records.devices.stage(id, row) },
      ...(expected && { basedOn: expected.rev }),
    }
  }

  async function readmitting(command: CommandOf<'ReadmitDevice'>, by: Principal): Promise<Facts | Refusal> {
    const row = records.devices.get(command.device)
    if (by.kind !== 'staff' || !row || row.value.revoked)
      return refuse('unknown', 'look-again', { about: command.device })
    const { kind } = row.value
    const pins = command.pin === undefined ? noFacts : await withPin(by, command.pin)
    const facts = { ...pins, deviceKind: kind }
    if (!mayPair(by.device, { kind }, facts)) return facts
    const admitted = deps.readmission(row.id, command.code)
    if ('refused' in admitted) return admitted
    const rev = await records.devices.stage(row.id, { ...row.value, tokens: [admitted.token] })
    return { ...facts, saved: { id: row.id, rev }, basedOn: row.rev }
  }

  /** By the PIN that was typed just now, or within a round. */
  function mayPair(console: Id, device: { kind: DeviceKind }, { pin }: Facts): boolean {
    return pin === undefined ? pairsWithoutPin(state.sessions.get(console), device, deps.now()) : pin === 'right'
  }

  /** The panel that was written down with the room, as long as nothing is paired as it. */
  function expectedIn(room: Id | undefined) {
    const panel = records
      .allDevices()
      .find(device => device.kind === 'panel' && device.room === room && !device.revoked && device.tokens.length === 0)
    return panel && records.devices.get(panel.id)
  }

  async function placing({ device, kiosk }: CommandOf<'PlaceReader'>): Promise<Facts | Refusal> {
    const row = records.devices.get(device)
    const beside = records.devices.get(kiosk)?.value
    if (row?.value.kind !== 'reader' || row.value.revoked) return refuse('unknown', 'look-again', { about: device })
    if (beside?.kind !== 'kiosk' || beside.revoked) return refuse('unknown', 'look-again', { about: kiosk })
    return {
      ...noFacts,
      saved: { id: device, rev: await records.devices.stage(device, { ...row.value, kiosk }) },
      basedOn: row.rev,
    }
  }

  async function renaming({ device, from, name }: CommandOf<'RenameDevice'>): Promise<Facts | Refusal> {
    const row = records.devices.get(device)
    // What the hub itself put in is named by what it is.
    if (!row || row.value.revoked || row.value.own) return refuse('unknown', 'look-again', { about: device })
    if (row.value.name !== from) return refuse('changed', 'look-again', { about: device })
    return {
      ...noFacts,
      saved: { id: device, rev: await records.devices.stage(device, { ...row.value, name }) },
      basedOn: row.rev,
    }
  }

  async function switchingCamera({ device, on }: CommandOf<'SetCamera'>): Promise<Facts | Refusal> {
    const row = records.devices.get(device)
    if (row?.value.kind !== 'kiosk' || row.value.revoked) return refuse('unknown', 'look-again', { about: device })
    return {
      ...noFacts,
      saved: { id: device, rev: await records.devices.stage(device, { ...row.value, camera: on }) },
      basedOn: row.rev,
    }
  }

  async function revokingAgain({ device }: CommandOf<'RevokeAgain'>): Promise<Facts | Refusal> {
    const revoked = records.devices.get(device)?.value.revoked ?? true
    return revoked ? refuse('unknown', 'look-again', { about: device }) : revoking({ device })
  }

  async function revoking({ device }: Pick<CommandOf<'RevokeDevice'>, 'device'>): Promise<Facts | Refusal> {
    const row = records.devices.get(device)
    if (!row) return refuse('unknown', 'look-again', { about: device })
    return {
      ...noFacts,
      saved: { id: device, rev: await records.devices.stage(device, { ...row.value, tokens: [], revoked: true }) },
      basedOn: row.rev,
    }
  }
}
