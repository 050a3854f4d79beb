/**
 * Looks up, before a command is decided, what memory does not hold: whom a card names, a song, whether a PIN is right; and
 * writes rows that the command's event will commit. Panel taps that need none of it are answered without waiting.
 */
import type { Command, CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import { refuseClaim } from '../domain/check-in/claim.ts'
import { type Facts, knowing, noFacts } from '../domain/decision.ts'
import { textsOver } from '../domain/member/texts.ts'
import type { Principal } from '../domain/principal.ts'
import { seekerTexts, visitWith } from '../domain/seeker/seeker.ts'
import type { Visit } from '../domain/state.ts'
import type { CardClaims } from '../identity/card-claims.ts'
import type { CardReads } from '../identity/card-reads.ts'
import { withCode } from '../records/member-changes.ts'
import { membersOf } from '../views/members.ts'
import { blocking, createCardLookups } from './resolve-card.ts'
import { type CredentialDeps, createCredentialLookUps } from './resolve-credential.ts'
import { createDeviceLookUps, type DeviceLookUpDeps } from './resolve-device.ts'
import { createFileLookUps } from './resolve-member-file.ts'
import { createMembershipLookUps, type MembershipDeps } from './resolve-membership.ts'
import { createPinLookUps, type PinDeps } from './resolve-pin.ts'
import { createPromiseLookUps } from './resolve-promise.ts'
import { createSetupLookUps } from './resolve-setup.ts'

export interface ResolveDeps
  extends MembershipDeps,
    PinDeps,
    CredentialDeps,
    Pick<DeviceLookUpDeps, 'pairing' | 'readmission'> {
  readonly cardReads: CardReads
  readonly cardClaims: CardClaims
  readonly memberCode: () => string
  readonly newId: (prefix: string) => Id
  readonly songsUnknown: (error: unknown) => void
  /** The catalogue that was read from a file, once it can be sung. */
  readonly plannedSongs: (catalogue: string) => Promise<Facts['songs']>
}

export type Resolve = (
  command: Command,
  by: Principal,
  visit: Visit | undefined,
) => Facts | Refusal | Promise<Facts | Refusal>

export function createResolve(deps: ResolveDeps): Resolve {
  const { state, records, directory } = deps
  const cards = createCardLookups(deps)
  const membership = createMembershipLookUps(deps)
  const credentials = createCredentialLookUps(deps)
  const { identify, scanned } = credentials
  const { ownPin, ...pins } = createPinLookUps(deps)
  const files = createFileLookUps({ ...deps, cards })
  const setup = createSetupLookUps({ ...deps, withPin: ownPin })
  const devices = createDeviceLookUps({ ...deps, withPin: ownPin })
  const promises = createPromiseLookUps({ records, contactKey: phone => credentials.keyOf('phone', phone) })

  return (command, by, visit) => {
    switch (command.type) {
      case 'TouchCard':
        return cards.isForDesk(by, command.card) ? forDesk : identify('card', command.card, cards.formatOf(by))
      case 'MisreadCard':
        return cards.isForDesk(by) ? forDesk : noFacts
      case 'ScanCode':
        return refuseClaim(state, by) ?? (cards.isForDesk(by, command.code) ? forDesk : scanned(command.code, by))
      case 'EnterPhone':
        return identify('phone', command.phone)
      case 'CheckInMember':
        return known(command.member)
      case 'AmendCheckIn':
        return amending(command)
      case 'CheckInReservation': {
        const member = state.reservations.get(command.reservation)?.member
        return member === undefined ? noFacts : known(member)
      }
      case 'WalkIn':
        return command.called === undefined ? noFacts : withText(command.called)
      case 'AskHost':
        return command.called === undefined || command.seeker !== undefined ? noFacts : withText(command.called)
      case 'EndSeeker':
        return membership.leavingSeekers(noFacts, seekerTexts(visitWith(state, command.seeker), command.seeker))
      case 'UndoOpen':
      case 'CloseVisit': {
        const closing = state.visits.get(command.visit)
        return membership.leavingSeekers(ofVisit(closing), seekerTexts(closing))
      }
      case 'RollDay':
      case 'StartDay':
        return membership.leavingTexts(noFacts, textsOver(state))
      case 'Reserve':
        return promises.reserving(command, undefined)
      case 'AmendReservation':
        return promises.reserving(command, state.reservations.get(command.reservation))
      case 'SeatCheckIn':
      case 'JoinVisit':
        return seating(command)
      case 'LeaveVisit':
        return withMembers(state.visits.get(command.visit)?.members ?? [])
      case 'OpenVisit':
        return withMembers(command.member === undefined ? [] : [command.member])
      case 'LayPreloaded':
        return visit ? withMembers(membersOf(visit)) : noFacts
      case 'AddSong':
        return directory.song(command.song).then(song => ({ ...ofVisit(visit), ...(song && { song }) }))
      case 'Enrol':
        return refuseClaim(state, by) ?? files.enrol(command)
      case 'SaveMember':
        return files.savingMember(command, by)
      case 'NewMember':
        return files.newMember(command, by)
      case 'AddCard':
        return files.withNewCard(command, by, member => member)
      case 'BlockCard':
      case 'UnblockCard':
        return files.changing(command.member, undefined, blocking(command.card, command.type === 'BlockCard'))
      case 'ReplaceCard':
        return files.withNewCard(command, by, blocking(command.card, true))
      case 'RenewCode':
        return files.changing(command.member, undefined, member => withCode(member, deps.memberCode()))
      case 'SetCardFormat':
        return learningFormat(command, by)
      case 'SaveMyself':
        return membership.ownCard(command, by)
      case 'AskToLeave':
      case 'StayAfterAll':
        return membership.claimed(by)
      case 'LeaveNumber':
        return membership.number(command)
      case 'MergeMembers':
        return membership.merging(command, by)
      case 'EraseMember':
        return membership.erasing(command, by)
      case 'EraseAgain':
        return membership.endingAgain(command.member)
      case 'SignIn':
        return pins.signingIn(command, by)
      case 'StoreKeep':
        return keeping(command, command.visit === undefined ? command.member : undefined, by)
      case 'CorrectKeep':
        return keeping(command, command.member, by)
      case 'GiveComp':
      case 'ReturnLine':
      case 'DrawKeep':
        return by.kind === 'staff' ? ownPin(by, command.pin, command.second) : noFacts
      case 'ResetPin':
        return pins.resetPin(command, by)
      case 'StartPairing':
      case 'TakeBackComp':
        return by.kind === 'staff' ? ownPin(by, command.pin) : noFacts
      case 'RestoreHouse':
        return by.kind === 'staff' ? pins.puttingBack(command, by) : noFacts
      case 'ConfirmPairing':
        return devices.pairing(command, by)
      case 'ReadmitDevice':
        return devices.readmitting(command, by)
      case 'PlaceReader':
        return devices.placing(command)
      case 'RenameDevice':
        return devices.renaming(command)
      case 'SetCamera':
        return devices.switchingCamera(command)
      case 'RevokeDevice':
        return devices.revoking(command)
      case 'RevokeAgain':
        return devices.revokingAgain(command)
      case 'SaveItem':
      case 'RetireItem':
      case 'SaveCategory':
      case 'MoveCategory':
      case 'RemoveCategory':
        return setup.changingMenu(command)
      case 'NewStaff':
      case 'SaveStaff':
      case 'RemoveStaff':
        return setup.changingStaff(command, by)
      case 'RemoveAgain':
        return setup.removingAgain(command)
      case 'SaveRoom':
      case 'PlaceRooms':
      case 'RemoveRoom':
      case 'SaveRoomClass':
      case 'RemoveRoomClass':
      case 'SaveTariff':
      case 'RemoveTariff':
      case 'SavePolicy':
      case 'SaveHouse':
        return setup.changingVenue(command)
      case 'ImportSongs':
        return deps.plannedSongs(command.catalogue).then(songs => ({ ...noFacts, ...(songs && { songs }) }))
      default:
        return ofVisit(visit ?? visitOf(command))
    }
  }

  async function known(id: Id): Promise<Facts> {
    const facts = await records.loadFacts(id)
    return facts
      ? { ...knowing([facts]), identified: { member: facts } }
      : { ...noFacts, identified: { failure: 'unknown' } }
  }

  async function seating(command: CommandOf<'SeatCheckIn'> | CommandOf<'JoinVisit'>): Promise<Facts> {
    const checkIn = state.checkIns.get(command.checkIn)
    const inVisit = command.type === 'JoinVisit' ? (state.visits.get(command.visit)?.members ?? []) : []
    return withMembers([...inVisit, ...(checkIn?.member === undefined ? [] : [checkIn.member])])
  }

  async function withMembers(ids: readonly Id[]): Promise<Facts> {
    const [songs, ...facts] = await Promise.all([songsToLay(), ...ids.map(records.loadFacts)])
    return { ...knowing(facts.filter(each => each !== undefined)), ...songs }
  }

  /** No room stays shut because songs cannot be told. */
  async function songsToLay(): Promise<Pick<Facts, 'hotSongs' | 'blockedSongs'>> {
    try {
      const [hotSongs, blocked] = await Promise.all([directory.hotSongs(hotSongsOffered), directory.blockedSongs()])
      return { hotSongs, blockedSongs: new Set(blocked) }
    } catch (error) {
      deps.songsUnknown(error)
      return {}
    }
  }

  async function withText(text: string): Promise<Facts> {
    const id = await records.newId('text')
    return { ...noFacts, saved: { id, rev: await records.texts.stage(id, text) } }
  }

  async function amending({ checkIn: id, called }: CommandOf<'AmendCheckIn'>): Promise<Facts> {
    const member = state.checkIns.get(id)?.member
    const facts = member === undefined ? undefined : await records.loadFacts(member)
    return { ...(called === undefined ? noFacts : await withText(called)), ...(facts && knowing([facts])) }
  }

  async function learningFormat(command: CommandOf<'SetCardFormat'>, by: Principal): Promise<Facts | Refusal> {
    const basedOn = records.devices.get(command.device)?.rev
    const row = cards.learning(command, by)
    if ('refused' in row || basedOn === undefined) return 'refused' in row ? row : refuse('unknown', 'look-again')
    return { ...noFacts, saved: { id: row.id, rev: await records.devices.stage(row.id, row) }, basedOn }
  }

  /** `member`: somebody who may have left; nobody else looks them up. */
  function keeping(
    { pin, second }: CommandOf<'StoreKeep' | 'CorrectKeep'>,
    member: Id | undefined,
    by: Principal,
  ): Facts | Promise<Facts> {
    const theirs = member === undefined ? noFacts : known(member)
    if (pin === undefined || by.kind !== 'staff') return theirs
    return Promise.all([ownPin(by, pin, second), theirs]).then(([pins, facts]) => ({ ...pins, ...facts }))
  }

  /** The members of a live visit are always in memory. */
  function ofVisit(visit: Visit | undefined): Facts {
    if (!visit || visit.members.length === 0) return noFacts
    return knowing(visit.members.flatMap(id => records.facts(id) ?? []))
  }

  function visitOf(command: Command): Visit | undefined {
    return 'visit' in command && command.visit !== undefined ? state.visits.get(command.visit) : undefined
  }
}

const hotSongsOffered = 60
const forDesk: Facts = { ...noFacts, forDesk: true }
