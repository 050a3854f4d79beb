import { describe, expect, it } from 'vitest'
import { commandTypes } from '../../shared/protocol/commands.ts'
import { queryTypes } from '../../shared/protocol/queries.ts'
import { roles } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import { type Askable, may, principalKind } from './authorise.ts'

const guests: Principal[] = [
  { kind: 'panel', device: 'd1', room: 'r1' },
  { kind: 'kiosk', device: 'd2' },
  { kind: 'phone', claim: 'c1', kiosk: 'd2' },
]
const machines: Principal[] = [
  { kind: 'reader', device: 'd3', kiosk: 'd2' },
  { kind: 'player', device: 'd4' },
]
const unsigned: Principal[] = [
  { kind: 'console', device: 'd5' },
  { kind: 'station', device: 'd6', station: 'bar' },
  { kind: 'station', device: 'd7', station: 'floor' },
]
const staff: Principal[] = roles.map(role => ({ kind: 'staff', device: 'd5', session: 's1', staff: 'p1', role }))
const system: Principal = { kind: 'system' }
const everybody: (Principal | undefined)[] = [...guests, ...machines, ...unsigned, ...staff, system, undefined]
const asked: Askable[] = [...commandTypes, ...queryTypes, 'ReportReaders', 'ReportSound', 'ReportCamera']

/** Everything a principal may ask, written down a second time, by who asks rather than by what is asked. */
const panel =
  'AddSong RemoveEntry TopEntry SkipSong ClearPreloaded LayPreloaded PlaceOrder UndoOrder CallService Complain WithdrawRequest ' +
  'ConfirmRequest ReopenRequest GiveFeedback SetDoNotDisturb ShowTotals HideTotals MarkFavourite SearchSongs BrowseArtists YourSongs ' +
  'AnswerSeeker AnswerPassedOn SetVocals'
const station =
  'SignIn ReportSound ApproveOrder AcceptOrder DeliverOrder RecallOrder RejectOrder PrintTicket TakeRequest ReleaseRequest GoToRequest ResolveRequest ' +
  'PassRequest SnoozeRequest ResumeRequest StartShift EndShift'
const anyRole =
  'SignIn ReportSound SignOut PlaceOrderFor GiveComp TakeRequest ReleaseRequest GoToRequest ResolveRequest ' +
  'PassRequest SnoozeRequest ResumeRequest StartShift EndShift'
const roomWork =
  'ExtendVisit UndoExtend CloseVisit SetDiscreet SetTotalsShown SetOrderRule CleanRoom SetOutOfOrder Reserve CancelReservation MemberCard FreeRooms RoomsToPromise ' +
  'AnswerSeeker'
const drinks = 'ApproveOrder AcceptOrder DeliverOrder RecallOrder RejectOrder PrintTicket ReturnLine StoreKeep DrawKeep'
const desk =
  'AskHost EndSeeker SeatCheckIn JoinVisit DismissCheckIn RestoreCheckIn AmendCheckIn CheckInMember CheckInReservation ' +
  'ClearTrouble AmendReservation OpenVisit MoveVisit MergeVisits SettleVisit UndoSettle SetAttendant ' +
  'TickOrder NewMember SaveMember AddCard BlockCard UnblockCard ReplaceCard RenewCode SearchMembers FindGuests MemberPhone ' +
  'MemberCode ReadCard'
const manager = [
  anyRole,
  roomWork,
  drinks,
  desk,
  'SetSoldOut ResetPin BackUp StartPairing EndPairing ConfirmPairing PlaceReader RevokeDevice SetCardFormat SetCamera',
  'DismissLeave MergeMembers EraseMember Nights TellNight TellVisit TestPrinter',
  'SaveItem RetireItem SaveCategory MoveCategory RemoveCategory MenuSetup NewStaff SaveStaff RemoveStaff StaffSetup VenueSetup',
  'SaveRoom PlaceRooms RemoveRoom SaveRoomClass RemoveRoomClass SaveTariff RemoveTariff SavePolicy SaveHouse',
]
const expected: Record<string, string> = {
  panel,
  kiosk: 'TouchCard MisreadCard ScanCode EnterPhone WalkIn CallDesk SayParty LeaveNumber ReportCamera',
  phone: 'ScanCode Enrol SaveMyself AskToLeave StayAfterAll',
  reader: 'TouchCard MisreadCard ScanCode ReportReaders',
  player: 'StartSong EndSong PassSong',
  console: 'SignIn ReportSound',
  'bar-station': `${station} SetSoldOut`,
  'floor-station': `${station} CleanRoom`,
  desk: [anyRole, roomWork, desk].join(' '),
  floor: [anyRole, roomWork, drinks].join(' '),
  bar: [anyRole, drinks, 'TickOrder SetSoldOut'].join(' '),
  manager: manager.join(' '),
  owner: manager.join(' '),
  system:
    'EndWelcome LapseCheckIn LapseTake EscalateRequest LapseConfirmation EndTariffTime ReleaseReservation AssumeSongEnded ' +
    'ExpireSession RollDay OverdueRequest LapseShift',
  stranger: '',
}

const nameOf = (principal: Principal | undefined) => (principal ? principalKind(principal) : 'stranger')

describe('authorisation', () => {
  it.each(everybody.map(principal => [nameOf(principal), principal] as const))(
    'lets %s ask this and nothing else',
    (name, principal) => {
      const allowed = asked.filter(what => may(principal, what))
      expect(allowed.sort()).toEqual((expected[name] ?? '?').split(' ').filter(Boolean).sort())
    },
  )

  it('knows every command and query', () => {
    for (const what of asked)
      expect(
        everybody.some(principal => may(principal, what)),
        what,
      ).toBe(true)
  })

  it('lets nobody but the scheduler speak for time, and the scheduler nothing else', () => {
    const own = asked.filter(what => may(system, what))
    for (const principal of everybody.filter(one => one !== system)) {
      expect(own.filter(what => may(principal, what))).toEqual([])
    }
    expect(own).toHaveLength(12)
  })

  it('lets no guest and no station near money, members, pairing', () => {
    const dangerous: Askable[] = [
      'GiveComp',
      'ReturnLine',
      'TickOrder',
      'SettleVisit',
      'CloseVisit',
      'OpenVisit',
      'NewMember',
      'SaveMember',
      'AddCard',
      'UnblockCard',
      'RenewCode',
      'SetCardFormat',
      'MemberCode',
      'ReadCard',
      'EraseMember',
      'DismissLeave',
      'MemberCard',
      'MemberPhone',
      'SearchMembers',
      'ResetPin',
      'ConfirmPairing',
      'RevokeDevice',
      'StoreKeep',
      'DrawKeep',
      'PlaceOrderFor',
      'SetOrderRule',
    ]
    for (const principal of [...guests, ...machines, ...unsigned, undefined])
      for (const what of dangerous) expect(may(principal, what), `${nameOf(principal)} ${what}`).toBe(false)
  })

  it('serves pages to anybody, for a page holds nothing', () => {
    const routes: Askable[] = ['page-panel', 'asset', 'healthz', 'pair-claim', 'pair-ask', 'pair-poll', 'phone-claim']
    for (const what of routes) expect(may(undefined, what), what).toBe(true)
  })
})
