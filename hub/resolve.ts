/**
 * Looks up, before a command is decided, what memory does not hold: whom a card names, a song, whether a PIN is right; and
 * writes rows that the command's event will commit. Panel taps that need none of it are answered without waiting.
 */
import type { CardFormat } from '../shared/protocol/cards/formats.ts'
import type { Command, CommandOf } from '../shared/protocol/commands.ts'
import { isEasyPin } from '../shared/protocol/easy-pin.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../shared/protocol/refusals.ts'
import { parseRotatingCode } from '../shared/protocol/rotating-code.ts'
import type { FoundBackup } from './backup/find-backups.ts'
import { refuseClaim } from './domain/check-in/claim.ts'
import { type Facts, noFacts } from './domain/decision.ts'
import type { Member, MemberFacts } from './domain/member/member.ts'
import { textsOver } from './domain/member/texts.ts'
import type { Principal, StaffPrincipal } from './domain/principal.ts'
import { seekerTexts, visitWith } from './domain/seeker/seeker.ts'
import type { Visit } from './domain/state.ts'
import type { CardClaims } from './identity/card-claims.ts'
import type { CardReads } from './identity/card-reads.ts'
import type { RotatingCodes } from './identity/rotating-codes.ts'
import { withCode } from './records/member-changes.ts'
import { blocking, createCardLookups } from './resolve-card.ts'
import { createDeviceLookUps, type DeviceLookUpDeps } from './resolve-device.ts'
import { createFileLookUps } from './resolve-member-file.ts'
import { createMembershipLookUps, type MembershipDeps } from './resolve-membership.ts'
import { createPromiseLookUps } from './resolve-promise.ts'
import { createSetupLookUps } from './resolve-setup.ts'
import { membersOf as partyOf } from './views/members.ts'
import type { CredentialKind } from './worker/directory.ts'

export interface ResolveDeps extends MembershipDeps, Pick<DeviceLookUpDeps, 'pairing' | 'readmission'> {
  readonly cardReads: CardReads
  readonly cardClaims: CardClaims
  /** Keyed hash, so that the journal can tell one credential from another without holding it. */
  readonly credentialKey: (value: string) => string
  readonly hashPin: (pin: string) => Promise<{ salt: string; hash: string }>
  readonly memberCode: () => string
  readonly rotating: RotatingCodes
  readonly now: () => number
  readonly newId: (prefix: string) => Id
  /** Those that can be put back. */
  readonly backups: () => Promise<readonly FoundBackup[]>
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
  const credentialOf = (kind: CredentialKind, value: string) => deps.credentialKey(`${kind}:${value}`)
  const files = createFileLookUps({ ...deps, cards })
  const setup = createSetupLookUps({ ...deps, withPin: ownPin })
  const devices = createDeviceLookUps({ ...deps, withPin: ownPin })
  const promises = createPromiseLookUps({ records, contactKey: phone => credentialOf('phone', phone) })

  return (command, by, visit) => {
    switch (command.type) {
      case 'TouchCard':
        return cards.isForDesk(by, command.card) ? forDesk : identify('card', command.card, cards.formatOf(by))
      case 'MisreadCard':
        return cards.isForDesk(by) ? forDesk : noFacts
      case 'ScanCode':
        return refuseClaim(state, by) ?? (cards.isForDesk(by, command.code) ? forDesk : scanned(command.code))
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
      case 'OpenVisit':
        return withMembers(command.member === undefined ? [] : [command.member])
      case 'LayPreloaded':
        return visit ? withMembers(partyOf(visit)) : noFacts
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
        return membership.ending(command.member)
      case 'SignIn':
        return signingIn(command, by)
      case 'StoreKeep':
        return keeping(command, command.visit === undefined ? command.member : undefined, by)
      case 'CorrectKeep':
        return keeping(command, command.member, by)
      case 'GiveComp':
      case 'ReturnLine':
      case 'DrawKeep':
        return by.kind === 'staff' ? withPins(by, by.staff, command.pin, command.second) : noFacts
      case 'ResetPin':
        return resetPin(command, by)
      case 'StartPairing':
      case 'TakeBackComp':
        return by.kind === 'staff' ? withPins(by, by.staff, command.pin) : noFacts
      case 'RestoreHouse':
        return by.kind === 'staff' ? puttingBack(command, by) : noFacts
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

  async function identify(kind: CredentialKind, value: string, format?: CardFormat): Promise<Facts> {
    const found = await directory.identify(kind, value, format)
    // By the card where it is known, so that it is one for reader and page even if they write differently.
    const credential = found.card === undefined ? credentialOf(kind, value) : deps.credentialKey(`card/${found.card}`)
    if ('failure' in found) return { ...noFacts, credential, identified: found }
    const facts = await records.loadFacts(found.member)
    // Erased between the worker's answer and now.
    return facts
      ? { ...membersOf([facts]), credential, identified: { member: facts } }
      : { ...noFacts, credential, identified: { failure: 'unknown' } }
  }

  async function scanned(text: string): Promise<Facts> {
    const code = parseRotatingCode(text)
    if (!code) return strangeCode(text, await identify('code', text))
    // Not of this very code: two scans of one phone may well lie on either side of a change.
    const credential = deps.credentialKey(`rotating:${code.member}`)
    const facts = (await records.loadFacts(code.member)) ?? (await mergedInto(code.member))
    const verdict = facts && deps.rotating.check(code, fileOf(facts.member, code.member), deps.now())
    if (!facts) return { ...noFacts, credential, identified: { failure: 'wrong-venue' } }
    if (verdict === 'forged') return { ...noFacts, credential, identified: { failure: 'unknown' } }
    if (verdict === 'expired')
      return { ...noFacts, credential, identified: { failure: 'expired', member: facts.member.id } }
    return { ...membersOf([facts]), credential, codeStep: code.step, identified: { member: facts } }
  }

  /** Whose file this one was merged into: their phone still shows the code it was given. */
  async function mergedInto(file: Id): Promise<MemberFacts | undefined> {
    const { member } = await directory.identify('file', file)
    return member === undefined ? undefined : records.loadFacts(member)
  }

  async function known(id: Id): Promise<Facts> {
    const facts = await records.loadFacts(id)
    return facts
      ? { ...membersOf([facts]), identified: { member: facts } }
      : { ...noFacts, identified: { failure: 'unknown' } }
  }

  async function seating(command: CommandOf<'SeatCheckIn'> | CommandOf<'JoinVisit'>): Promise<Facts> {
    const checkIn = state.checkIns.get(command.checkIn)
    const inVisit = command.type === 'JoinVisit' ? (state.visits.get(command.visit)?.members ?? []) : []
    return withMembers([...inVisit, ...(checkIn?.member === undefined ? [] : [checkIn.member])])
  }

  async function withMembers(ids: readonly Id[]): Promise<Facts> {
    const [songs, ...facts] = await Promise.all([songsToLay(), ...ids.map(records.loadFacts)])
    return { ...membersOf(facts.filter(each => each !== undefined)), ...songs }
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
    return { ...(called === undefined ? noFacts : await withText(called)), ...(facts && membersOf([facts])) }
  }

  async function learningFormat(command: CommandOf<'SetCardFormat'>, by: Principal): Promise<Facts | Refusal> {
    const basedOn = records.devices.get(command.device)?.rev
    const row = cards.learning(command, by)
    if ('refused' in row || basedOn === undefined) return 'refused' in row ? row : refuse('unknown', 'look-again')
    return { ...noFacts, saved: { id: row.id, rev: await records.devices.stage(row.id, row) }, basedOn }
  }

  function ownPin(by: StaffPrincipal, pin: string): Promise<Facts> {
    return withPins(by, by.staff, pin)
  }

  async function withPins(by: Principal, staff: Id, pin: string, second?: { staff: Id; pin: string }): Promise<Facts> {
    const right = async (id: Id, given: string) => ((await deps.isPin(by, id, given)) ? 'right' : 'wrong')
    return {
      ...noFacts,
      pin: await right(staff, pin),
      ...(second && { second: await right(second.staff, second.pin) }),
    }
  }

  async function puttingBack({ backup: name, pin }: CommandOf<'RestoreHouse'>, by: StaffPrincipal): Promise<Facts> {
    const [pins, backups] = await Promise.all([ownPin(by, pin), deps.backups()])
    const found = backups.find(one => one.name === name)
    return { ...pins, ...(found && { backup: { backup: name, madeAt: found.madeAt, bytes: found.bytes } }) }
  }

  /** `member`: somebody who may have left; nobody else looks them up. */
  function keeping(
    { pin, second }: CommandOf<'StoreKeep' | 'CorrectKeep'>,
    member: Id | undefined,
    by: Principal,
  ): Facts | Promise<Facts> {
    const theirs = member === undefined ? noFacts : known(member)
    if (pin === undefined || by.kind !== 'staff') return theirs
    return Promise.all([withPins(by, by.staff, pin, second), theirs]).then(([pins, facts]) => ({ ...pins, ...facts }))
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
    return {
      ...facts,
      saved: {
        id: row.id,
        rev: await records.staff.stage(row.id, { ...row.value, pin: await deps.hashPin(command.newPin) }),
      },
      basedOn: row.rev,
    }
  }

  /** The members of a live visit are always in memory. */
  function ofVisit(visit: Visit | undefined): Facts {
    if (!visit || visit.members.length === 0) return noFacts
    return membersOf(visit.members.flatMap(id => records.facts(id) ?? []))
  }

  function visitOf(command: Command): Visit | undefined {
    return 'visit' in command ? state.visits.get(command.visit) : undefined
  }
}

/** As a member's code is made, and nobody here has it: another house's, or one that was made void. */
function strangeCode(text: string, facts: Facts): Facts {
  const { identified } = facts
  const nobodys = identified && 'failure' in identified && identified.failure === 'unknown'
  return nobodys && /^([\w-]{22}|[A-Z2-7]{26})$/.test(text)
    ? { ...facts, identified: { failure: 'wrong-venue' } }
    : facts
}

const fileOf = (member: Member, file: Id): Pick<Member, 'id' | 'code'> =>
  member.formerly?.find(({ id }) => id === file) ?? member

const hotSongsOffered = 60
const forDesk: Facts = { ...noFacts, forDesk: true }
const membersOf = (facts: readonly MemberFacts[]): Facts => ({
  members: new Map(facts.map(each => [each.member.id, each])),
})
