/** The guests of one room, at its panel: they sing, drink, call, and say at the end how it was. */
import { wallClock } from '../../../hub/domain/business-day.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { PanelVisitView } from '../../../shared/protocol/views/panel.ts'
import { complaints } from '../../../shared/protocol/words.ts'
import {
  chooseFace,
  chooseInitials,
  chooseRound,
  chooseService,
  type Round,
  repeatRound,
  totalSeen,
  usualRound,
} from '../choose.ts'
import { type Credentials, createLink } from '../link.ts'
import type { Party } from '../parties.ts'
import type { Play, Role } from '../play.ts'

interface Now {
  readonly visit: PanelVisitView
  readonly party: Party
  /** Ms until they mean to leave. */
  readonly left: number
}

export function createGuests(play: Play, room: Id, credentials: Credentials): Role {
  const { agenda, chance, parties, tally, speed } = play
  const link = createLink(play, 'panel', credentials)
  const minutes = (count: number): number => (count * 60_000) / speed

  function look(): void {
    if (link.one('visit')) agenda.plan(`guests/${room}`, agenda.soon(12, 45), act)
  }

  /** Taps for a party that left meanwhile are not made. */
  const tap = (visit: PanelVisitView, command: PeopleCommand, still = () => true) =>
    link.send(command, { visit: visit.id }, () => link.one('visit')?.id === visit.id && still())

  async function act(): Promise<void> {
    const visit = link.one('visit')
    if (!visit) return
    const party = parties.of(visit.id, visit.openedAt, link.now())
    const now = { visit, party, left: party.leavesAt - link.now() }
    await (needed(now) ?? wish(now))(now)
  }

  /** What cannot be left: songs that wait for them, an answer that is waited for, a word at the end. */
  function needed({ visit, party, left }: Now): ((now: Now) => Promise<void>) | undefined {
    const playlist = link.one('playlist')
    if (playlist && playlist.queue.length > 0 && !playlist.playing) return beginSongs
    if (link.all('request').some(({ status }) => status === 'resolved')) return sayWhetherDone
    if (left < minutes(3) && !party.saidFeedback && visit.feedback.length === 0) return sayHowItWas
    return undefined
  }

  function wish({ visit, party, left }: Now): (now: Now) => Promise<void> {
    const playlist = link.one('playlist')
    const queued = playlist?.queue.length ?? 0
    const thirsty = visit.status === 'open' && left > minutes(3) && link.now() - party.lastOrderAt > minutes(4)
    const first = thirsty && party.lastOrderAt === 0 && link.all('order').length === 0
    return chance.weighted([
      { weight: !playlist ? 0 : queued < 3 ? 30 : queued < 8 ? 12 : 1, value: addSong },
      { weight: queued > 2 ? 3 : 0, value: topSong },
      { weight: playlist?.playing ? 1 : 0, value: skipSong },
      { weight: first ? 30 : thirsty ? 8 : 0, value: drink },
      { weight: 2, value: call },
      { weight: left < minutes(2) && visit.status === 'open' && !party.askedForBill ? 6 : 0, value: askForBill },
      { weight: party.complained || left < minutes(4) ? 0 : 0.15, value: complain },
      { weight: 14, value: sing },
    ])
  }

  async function beginSongs({ visit }: Now): Promise<void> {
    await tap(visit, { type: 'BeginSongs' })
  }

  async function addSong({ visit }: Now): Promise<void> {
    const found = await link.ask({ type: 'SearchSongs', text: chooseInitials(chance) })
    if (!found || found.hits.length === 0) return
    const { song } = chance.pick(found.hits.slice(0, 10))
    const answer = await tap(visit, { type: 'AddSong', song, ...(chance.hit(0.1) && { top: true }) })
    if (answer?.ok) tally.count('queued')
  }

  async function topSong({ visit }: Now): Promise<void> {
    const waiting = link.one('playlist')?.queue.slice(1) ?? []
    if (waiting.length > 0) await tap(visit, { type: 'TopEntry', entry: chance.pick(waiting).entry })
  }

  async function skipSong({ visit }: Now): Promise<void> {
    const playing = link.one('playlist')?.playing
    if (playing) await tap(visit, { type: 'SkipSong', entry: playing.entry })
  }

  async function drink(now: Now): Promise<void> {
    const menu = link.all('item')
    const usual = usualRound(link.one('usual'), menu)
    const again = repeatRound(link.all('order'), menu)
    const first = now.party.lastOrderAt === 0
    const round =
      first && usual && chance.hit(0.75)
        ? usual
        : again && chance.hit(0.55)
          ? again
          : chooseRound(chance, menu, now.visit.party)
    if (round) await order(round, now)
  }

  async function order({ source, lines }: Round, { visit, party }: Now): Promise<void> {
    const tappedAt = link.now()
    const timeZone = link.one('venue')?.timeZone
    if (timeZone === undefined) return
    const seen = totalSeen(lines, link.all('item'), wallClock(tappedAt, timeZone).minute)
    const place = (sure: boolean) =>
      link.send({ type: 'PlaceOrder', source, lines, seen }, { visit: visit.id, tappedAt, ...(sure && { sure }) })
    let answer = await place(false)
    if (answer && !answer.ok && answer.refusal.refused === 'big-round') answer = await place(true)
    if (!answer?.ok) return
    tally.count('orders')
    party.lastOrderAt = link.now()
  }

  async function call({ visit }: Now): Promise<void> {
    const answer = await tap(visit, { type: 'CallService', service: chooseService(chance) })
    if (answer?.ok) tally.count('requests')
  }

  async function askForBill({ visit, party }: Now): Promise<void> {
    party.askedForBill = true
    const answer = await tap(visit, { type: 'CallService', service: 'bill' })
    if (answer?.ok) tally.count('requests')
  }

  async function complain({ visit, party }: Now): Promise<void> {
    party.complained = true
    const shown = link.one('complaints')?.categories ?? complaints
    const answer = await tap(visit, { type: 'Complain', category: chance.pick(shown) })
    if (answer?.ok) tally.count('requests')
  }

  async function sayWhetherDone({ visit }: Now): Promise<void> {
    const request = link.all('request').find(({ status }) => status === 'resolved')
    if (!request) return
    const type = chance.hit(0.03) ? 'ReopenRequest' : 'ConfirmRequest'
    await tap(visit, { type, request: request.id }, () => link.get('request', request.id)?.status === 'resolved')
  }

  async function sayHowItWas({ visit, party }: Now): Promise<void> {
    party.saidFeedback = true
    if (!chance.hit(0.7)) return
    const guest = chance.between(0, visit.party)
    await tap(visit, { type: 'GiveFeedback', guest, ...chooseFace(chance, party.complained) })
  }

  return { look, close: link.close }
}

/** They are busy with the song. */
const sing = async (): Promise<void> => undefined
