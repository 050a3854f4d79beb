/** What must be known of a card before a command about it is decided: whose it is, what was read for whom, how a reader writes. */
import { calibrate } from '../../shared/protocol/cards/calibrate.ts'
import type { CardFormat } from '../../shared/protocol/cards/formats.ts'
import type { CardSource } from '../../shared/protocol/commands/card.ts'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Member } from '../domain/member/member.ts'
import { cardFromPrint, cardFromReader, type NewCard, withBlocked, withCard } from '../domain/member/new-card.ts'
import type { Principal } from '../domain/principal.ts'
import type { CardClaim, CardClaims } from '../identity/card-claims.ts'
import type { CardReads, Place } from '../identity/card-reads.ts'
import type { DeviceRow } from '../identity/devices.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { Directory } from '../worker/directory.ts'

/** More than this nobody carries. */
const mostCards = 20

export interface CardLookups {
  /** How the reader writes that this comes from, or the page that catches what a reader types. */
  formatOf(by: Principal): CardFormat | undefined
  /** Whether a touch is for somebody at the desk who waits for it. */
  isForDesk(by: Principal, text?: string): boolean
  /** What a change with a new card makes of the member; nobody else can be given that card until the claim ends. */
  adding(
    from: CardSource,
    by: Principal,
    member: Id,
  ): Promise<{ readonly add: (member: Member) => Member | Refusal; readonly claim: CardClaim } | Refusal>
  /** The row of the device as it is once its format is known. */
  learning(command: CommandOf<'SetCardFormat'>, by: Principal): DeviceRow | Refusal
}

export function createCardLookups(deps: {
  records: Pick<HouseRecords, 'devices' | 'allDevices'>
  directory: Pick<Directory, 'ownerOf'>
  cardReads: CardReads
  cardClaims: CardClaims
}): CardLookups {
  const { records, directory, cardReads, cardClaims } = deps
  const device = (id: Id) => records.devices.get(id)?.value
  const readFor = (by: Principal, id: Id) => (by.kind === 'staff' ? cardReads.find(by.session, id) : undefined)

  const newCard = (from: CardSource, by: Principal): NewCard | Refusal => {
    if ('printed' in from) {
      const formats = records.allDevices().flatMap(({ revoked, cardFormat }) => (revoked ? [] : (cardFormat ?? [])))
      return cardFromPrint(from.printed, formats)
    }
    const read = readFor(by, from.read)
    return read ? cardFromReader(read.text, device(read.device)?.cardFormat) : refuse('card-not-read', 'try-again')
  }

  return {
    formatOf: by => ('device' in by ? device(by.device)?.cardFormat : undefined),
    isForDesk(by, text) {
      const at = placeOf(by)
      return at !== undefined && cardReads.take(at, text)
    },
    async adding(from, by, id) {
      const card = newCard(from, by)
      if ('refused' in card) return card
      const claim = cardClaims.take(card, id)
      if (typeof claim === 'string') return refuse('card-taken', 'look-again', { about: claim })
      const owner = await directory.ownerOf(card).catch(error => {
        claim.drop()
        throw error
      })
      if (owner !== undefined) {
        claim.drop()
        return refuse('card-taken', 'look-again', { about: owner })
      }
      const add = (member: Member) =>
        member.cards.length < mostCards ? withCard(member, card) : refuse('too-many', 'choose-other')
      return { add, claim }
    },
    learning({ device: id, samples, technology }, by) {
      const row = device(id)
      if (!row || row.revoked || (row.kind !== 'reader' && row.kind !== 'kiosk'))
        return refuse('unknown', 'look-again', { about: id })
      const read = samples.flatMap(({ read: name, printed }) => {
        const found = readFor(by, name)
        return found?.device === id ? [{ text: found.text, printed }] : []
      })
      if (read.length < samples.length) return refuse('card-not-read', 'try-again')
      const found = calibrate(read, technology)
      if (found === 'colliding') return refuse('card-colliding', 'choose-other')
      const [cardFormat, ...others] = found
      if (cardFormat === undefined) return refuse('format-none', 'try-again')
      return others.length > 0 ? refuse('format-unclear', 'try-again') : { ...row, cardFormat }
    },
  }
}

/** Refused for a card that this member has not, or that is so already. */
export function blocking(id: Id, blocked: boolean): (member: Member) => Member | Refusal {
  return member => {
    const card = member.cards.find(one => one.id === id)
    if (!card) return refuse('unknown', 'look-again', { about: id })
    return card.blocked === blocked ? refuse('already-done', 'look-again') : withBlocked(member, id, blocked)
  }
}

export function placeOf(by: Principal | undefined): Place | undefined {
  if (by?.kind === 'kiosk') return { device: by.device, kiosk: by.device }
  return by?.kind === 'reader' ? { device: by.device, kiosk: by.kiosk } : undefined
}
