/** What the threads are asked, and their side of the conversation: one question, one reply, errors included. */
import * as v from 'valibot'
import { cardFormats, technologies } from '../../shared/protocol/cards/formats.ts'
import { Id } from '../../shared/protocol/primitives.ts'
import { Member } from '../domain/member/member.ts'
import type { Catalogue } from './catalogue.ts'
import type { LoadedMembers } from './load-members.ts'
import type { Nights } from './nights.ts'
import { holdsText } from './pinyin.ts'

const Text = v.pipe(v.string(), v.maxLength(200))
const Language = v.exactOptional(v.string())
const Offset = v.exactOptional(v.number())

const NightAsked = { day: v.string(), upTo: v.number(), startsAt: v.number(), until: v.number() }

/** Of one catalogue: it has a thread of its own, so that spelling it keeps nobody else waiting. */
export const SongQuestion = v.variant('ask', [
  v.strictObject({
    ask: v.literal('searchSongs'),
    text: Text,
    language: Language,
    artist: v.exactOptional(Text),
    offset: Offset,
    favoured: v.exactOptional(v.array(Id)),
    newest: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ ask: v.literal('browseArtists'), language: Language, offset: Offset }),
  v.strictObject({ ask: v.literal('song'), id: Id }),
  v.strictObject({ ask: v.literal('hotSongs'), limit: v.number() }),
  v.strictObject({ ask: v.literal('blockedSongs') }),
  /** Answered once it can be searched. */
  v.strictObject({ ask: v.literal('ready') }),
])
export type SongQuestion = v.InferOutput<typeof SongQuestion>

export const HouseQuestion = v.variant('ask', [
  v.strictObject({
    ask: v.literal('identify'),
    kind: v.picklist(['card', 'code', 'phone', 'file']),
    value: Text,
    format: v.exactOptional(v.picklist(cardFormats)),
  }),
  v.strictObject({ ask: v.literal('ownerOf'), technology: v.picklist(technologies), hex: v.string(), number: Text }),
  v.strictObject({ ask: v.literal('searchMembers'), text: Text, limit: v.number() }),
  v.strictObject({
    ask: v.literal('matching'),
    text: Text,
    among: v.array(v.strictObject({ id: Id, text: v.pipe(v.string(), v.maxLength(400)) })),
  }),
  v.strictObject({ ask: v.literal('memberSaved'), id: Id, member: v.optional(Member) }),
  v.strictObject({ ask: v.literal('houseStatistics') }),
  v.strictObject({ ask: v.literal('nights') }),
  v.strictObject({ ask: v.literal('night'), ...NightAsked }),
  v.strictObject({ ask: v.literal('slip'), ...NightAsked, visit: Id }),
])
export type HouseQuestion = v.InferOutput<typeof HouseQuestion>
export type Question = SongQuestion | HouseQuestion

export interface Asked<Q = Question> {
  readonly number: number
  readonly question: Q
}

export type Reply =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: string }

/** What a thread says: unasked, that something on the disk is damaged and was passed over. */
export type Said = Reply | { readonly passedOver: string }

export interface Desk {
  answer(message: unknown): Promise<Reply>
}

export function createSongDesk({ list, index }: Catalogue): Desk {
  return deskOf(SongQuestion, async question => {
    switch (question.ask) {
      case 'searchSongs':
        return (await index).search(question)
      case 'browseArtists':
        return (await index).artists(question)
      case 'song':
        return (await list).song(question.id)
      case 'hotSongs':
        return (await list).hot(question.limit)
      case 'blockedSongs':
        return (await list).blocked
      case 'ready':
        await index
        return true
    }
  })
}

export function createHouseDesk(known: { readonly members: LoadedMembers; readonly nights: Nights }): Desk {
  return deskOf(HouseQuestion, async question => {
    switch (question.ask) {
      case 'identify':
        return (await known.members.index()).identify(question.kind, question.value, question.format)
      case 'ownerOf':
        return (await known.members.index()).ownerOf(question)
      case 'searchMembers':
        await known.members.searchable()
        return (await known.members.index()).search(question.text, question.limit)
      case 'matching':
        return question.among.filter(({ text }) => holdsText(text, question.text)).map(({ id }) => id)
      case 'memberSaved':
        return (await known.members.index()).save(question.id, question.member)
      case 'houseStatistics':
        return known.members.statistics()
      case 'nights':
        return known.nights.days()
      case 'night':
        return known.nights.report(question)
      case 'slip':
        return known.nights.slip(question)
    }
  })
}

const Numbered = v.object({ number: v.number() })

function deskOf<Q>(schema: v.GenericSchema<unknown, Q>, reply: (question: Q) => Promise<unknown>): Desk {
  const Whole = v.strictObject({ number: v.number(), question: schema })
  return {
    async answer(message) {
      const parsed = v.safeParse(Whole, message)
      if (!parsed.success) {
        // Who asked nonsense waits for an answer as well.
        const numbered = v.safeParse(Numbered, message)
        const number = numbered.success ? numbered.output.number : -1
        return { number, error: `not a question: ${v.summarize(parsed.issues)}` }
      }
      const { number, question } = parsed.output
      try {
        return { number, value: await reply(question) }
      } catch (error) {
        return { number, error: String(error) }
      }
    },
  }
}
