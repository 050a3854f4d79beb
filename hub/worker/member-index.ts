/** Finds members by any field, and tells whom a code or phone number names; whom a card does, the cards' own index. Pure. */
import type { CardFormat } from '../../shared/protocol/cards/formats.ts'
import type { Member } from '../domain/member/member.ts'
import type { NewCard } from '../domain/member/new-card.ts'
import { createCardIndex } from './card-index.ts'
import type { CredentialKind, FoundMember, Identified } from './directory.ts'
import { isHan, type Sound, soundOfText } from './pinyin.ts'
import { foldText } from './song-index.ts'

export interface MemberIndex {
  identify(kind: CredentialKind, value: string, format?: CardFormat): Identified
  ownerOf(card: NewCard): string | undefined
  search(text: string, limit: number): readonly FoundMember[]
  save(id: string, member: Member | undefined): void
  /** Spells who was added and not yet searched for, in steps; a search that comes before spells the rest itself. */
  spellSteps(): Generator<void, void>
  readonly size: number
}

interface Indexed {
  readonly member: Member
  /** What is searched. It takes longer than all else, and who stands at the door with a card needs it not. */
  text?: string
}

/** `soundOf`: how a name sounds; who adds a whole house knows most of them by then. */
export function createMemberIndex(
  members: Iterable<Member>,
  soundOf: (text: string) => Sound = soundOfText,
): MemberIndex {
  const rows = new Map<string, Indexed>()
  const byCredential = new Map<string, Set<string>>()
  const cards = createCardIndex()

  const save = (id: string, member: Member | undefined) => {
    const known = rows.get(id)
    if (known) {
      for (const key of credentialsOf(known.member)) byCredential.get(key)?.delete(id)
      cards.drop(known.member)
      rows.delete(id)
    }
    if (!member) return
    cards.add(member)
    rows.set(id, { member })
    for (const key of credentialsOf(member)) byCredential.set(key, (byCredential.get(key) ?? new Set()).add(id))
  }
  for (const member of members) save(member.id, member)

  const textFor = (row: Indexed): string => {
    row.text ??= textOf(row.member, soundOf)
    return row.text
  }

  return {
    save,
    get size() {
      return rows.size
    },
    *spellSteps() {
      for (const row of rows.values()) {
        textFor(row)
        yield
      }
    },
    ownerOf: cards.ownerOf,
    identify(kind, value, format) {
      if (kind === 'card') return cards.identify(value, format)
      const [first, ...others] = byCredential.get(`${kind}:${value}`) ?? []
      const found = first === undefined ? undefined : rows.get(first)
      if (!found) return { failure: 'unknown' }
      if (others.length > 0) return { failure: 'duplicate', member: found.member.id }
      return found.member.blocked ? { failure: 'banned', member: found.member.id } : { member: found.member.id }
    },
    search(text, limit) {
      const needle = foldText(text)
      if (needle === '') return []
      const starts: Member[] = []
      const inside: Member[] = []
      for (const row of rows.values()) {
        const text = textFor(row)
        const at = text.indexOf(needle)
        if (at < 0) continue
        if (at === 0 || text.charAt(at - 1) === '\n') starts.push(row.member)
        else if (inside.length < limit) inside.push(row.member)
        if (starts.length >= limit * weighed) break
      }
      return [...wholeSyllablesFirst(starts, needle), ...inside]
        .slice(0, limit)
        .map(({ id, called, name, tier, blocked }) => ({ id, called, name, tier, blocked }))
    },
  }
}

/** So many times as many as are shown are found first, so that the best of them are shown. */
const weighed = 10

/** 李 before 廖 and 林 for `li`. */
function wholeSyllablesFirst(found: readonly Member[], needle: string): readonly Member[] {
  const isWhole = new Set(found.filter(({ called, name }) => [called, name].some(one => endsWithin(one, needle))))
  return [...isWhole, ...found.filter(member => !isWhole.has(member))]
}

/** `needle` is how the first characters of `text` sound, all of each. */
function endsWithin(text: string, needle: string): boolean {
  let spelled = ''
  for (const character of text) {
    spelled += soundOfCharacter(character)
    if (!needle.startsWith(spelled)) return false
    if (spelled === needle) return isHan(character)
  }
  return false
}

const characters = new Map<string, string>()
function soundOfCharacter(character: string): string {
  const sound = characters.get(character) ?? soundOfText(character).full
  characters.set(character, sound)
  return sound
}

const credentialsOf = (member: Member): string[] => [
  ...(member.code === undefined ? [] : [`code:${member.code}`]),
  ...(member.formerly ?? []).flatMap(({ id, code }) => [`file:${id}`, ...(code === undefined ? [] : [`code:${code}`])]),
  ...(member.phone === undefined ? [] : [`phone:${member.phone}`]),
]

/** One field a line, so that a hit at the start of a field ranks above one inside it. */
function textOf(member: Member, soundOf: (text: string) => Sound): string {
  const called = soundOf(member.called)
  const name = soundOf(member.name)
  const fields = [
    member.called,
    member.name,
    member.say ?? '',
    member.phone ?? '',
    ...member.cards.map(({ number }) => number),
    ...member.tastes,
    ...member.notes.map(({ text }) => text),
  ]
  return [...fields.map(foldText), called.full, called.initials, name.full, name.initials].join('\n')
}
