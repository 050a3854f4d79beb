/** Two files of one person become one. Nobody chooses among what both must count: cards, codes, what is never offered. Pure. */
import type { MergeField } from '../../shared/protocol/commands/membership.ts'
import { cardId, type Member } from '../domain/member/member.ts'
import { keptNotes } from './member-changes.ts'

/** `take`: of these fields what `gone` says wins, where it says anything. */
export function mergedMember(kept: Member, gone: Member, take: readonly MergeField[]): Member {
  const { phone, birthday, accountManager, say, code, showHistory, ...own } = kept
  const wins = <K extends MergeField | 'say'>(key: K, by: MergeField): Pick<Member, K> => {
    const [first, second] = take.includes(by) ? [gone, kept] : [kept, gone]
    return first[key] === undefined ? second : first
  }
  const pickOf = <K extends keyof Member>(key: K, from: Pick<Member, K>) =>
    from[key] === undefined ? {} : { [key]: from[key] }
  const codes = code ?? gone.code
  return {
    ...own,
    called: wins('called', 'called').called,
    name: wins('name', 'name').name,
    tier: wins('tier', 'tier').tier,
    ...pickOf('say', wins('say', 'called')),
    ...pickOf('phone', wins('phone', 'phone')),
    ...pickOf('birthday', wins('birthday', 'birthday')),
    ...pickOf('accountManager', wins('accountManager', 'accountManager')),
    ...(codes !== undefined && { code: codes }),
    ...(showHistory !== undefined && { showHistory: showHistory && gone.showHistory !== false }),
    cards: [...kept.cards, ...gone.cards].map((card, index) => ({ ...card, id: cardId(kept.id, index) })),
    tastes: both(kept.tastes, gone.tastes),
    taboos: both(kept.taboos, gone.taboos),
    notes: [...kept.notes, ...gone.notes].sort((a, b) => a.at - b.at).slice(-keptNotes),
    // A "no" in either file was theirs.
    welcome: kept.welcome && gone.welcome,
    discreet: kept.discreet || gone.discreet,
    blocked: kept.blocked || gone.blocked,
    since: Math.min(kept.since, gone.since),
    formerly: [
      ...(kept.formerly ?? []),
      ...(gone.formerly ?? []),
      { id: gone.id, ...(gone.code !== undefined && { code: gone.code }) },
    ],
  }
}

const both = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]
