/** What is typed over a member's file: a draft of the fields that were touched, by the version that was seen. */
import type { MemberChanges } from '../../../shared/protocol/commands/house.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { type Tier, tagLength, tagsMost } from '../../../shared/protocol/words.ts'
import { keptTag, tagWord } from '../parts/tags.ts'
import { type DraftOf, useDraft } from '../state/drafts.ts'
import type { House } from '../state/house.ts'

export type YesNo = 'same' | 'yes' | 'no'

/** As the fields show it. */
interface Typed {
  readonly called: string
  readonly name: string
  readonly say: string
  readonly tier: Tier
  readonly accountManager: string
  readonly phone: string | undefined
  readonly birthday: string | undefined
  readonly taboos: string
  readonly tastes: string
  readonly note: string
  readonly welcome: YesNo
  readonly discreet: YesNo
}

export interface MemberEdits {
  /** Of the file as it was when the first field was touched. */
  readonly rev: number
  readonly typed: Partial<Typed>
}

export const useMemberEdits = (member: Id): DraftOf<MemberEdits> => useDraft(`guest/member/${member}`)

export const noEdits = ({ rev }: MemberCardView): MemberEdits => ({ rev, typed: {} })

export const isTouched = ({ typed }: MemberEdits): boolean => Object.keys(typed).length > 0

/** What was touched, over the file. */
export function typedOver(house: House, card: MemberCardView, { typed }: MemberEdits): Typed {
  return {
    called: card.called,
    name: card.name ?? '',
    say: card.say ?? '',
    tier: card.tier,
    accountManager: card.accountManager ?? '',
    phone: undefined,
    birthday: undefined,
    taboos: wordsOf(house, card.taboos),
    tastes: wordsOf(house, card.tastes),
    note: '',
    welcome: 'same',
    discreet: card.discreet ? 'yes' : 'no',
    ...typed,
  }
}

export function changesOf(house: House, card: MemberCardView, typed: Typed): MemberChanges {
  const taboos = listOf(typed.taboos).map(word => keptTag(house, word))
  const tastes = listOf(typed.tastes).map(word => keptTag(house, word))
  const called = typed.called.trim()
  const name = typed.name.trim()
  const say = typed.say.trim()
  const { tier, accountManager, phone, birthday } = typed
  const note = typed.note.trim()
  const discreet = typed.discreet === 'yes'
  return {
    ...(called !== '' && called !== card.called && { called }),
    ...(name !== (card.name ?? '') && { name }),
    ...(tier !== card.tier && { tier }),
    ...(accountManager !== (card.accountManager ?? '') && { accountManager }),
    ...(phone !== undefined && { phone }),
    ...(birthday !== undefined && { birthday }),
    ...(say !== (card.say ?? '') && { say }),
    ...(!same(taboos, card.taboos) && { taboos }),
    ...(!same(tastes, card.tastes) && { tastes }),
    ...(note !== '' && { note }),
    ...(typed.welcome !== 'same' && { welcome: typed.welcome === 'yes' }),
    ...(discreet !== card.discreet && { discreet }),
  }
}

const wordsOf = (house: House, kept: readonly string[]): string => kept.map(tag => tagWord(house, tag)).join('、')

const listOf = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map(word => word.trim())
    .filter(word => word !== '')

export const isTooLong = (words: readonly string[] = []): boolean =>
  words.length > tagsMost || words.some(word => word.length > tagLength)

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at])
