/** Whom a card, a number or a code names. */
import type { CardFormat } from '../../shared/protocol/cards/formats.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { parseRotatingCode } from '../../shared/protocol/rotating-code.ts'
import { type Facts, knowing, noFacts } from '../domain/decision.ts'
import type { Member, MemberFacts } from '../domain/member/member.ts'
import type { Principal } from '../domain/principal.ts'
import type { RotatingCodes } from '../identity/rotating-codes.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { CredentialKind, Directory } from '../worker/directory.ts'

export interface CredentialDeps {
  readonly records: HouseRecords
  readonly directory: Directory
  /** Keyed hash, so that the journal can tell one credential from another without holding it. */
  readonly credentialKey: (value: string) => string
  readonly rotating: RotatingCodes
  readonly now: () => number
}

export function createCredentialLookUps(deps: CredentialDeps) {
  const { records, directory, credentialKey } = deps
  const keyOf = (kind: CredentialKind, value: string) => credentialKey(`${kind}:${value}`)
  return { identify, scanned, keyOf }

  async function identify(kind: CredentialKind, value: string, format?: CardFormat): Promise<Facts> {
    const found = await directory.identify(kind, value, format)
    // By the card where it is known, so that it is one for reader and page even if they write differently.
    const credential = found.card === undefined ? keyOf(kind, value) : credentialKey(`card/${found.card}`)
    if ('failure' in found) return { ...noFacts, credential, identified: found }
    const facts = await records.loadFacts(found.member)
    // Erased between the worker's answer and now.
    return facts
      ? { ...knowing([facts]), credential, identified: { member: facts } }
      : { ...noFacts, credential, identified: { failure: 'unknown' } }
  }

  async function scanned(text: string, by: Principal): Promise<Facts> {
    // One that changes is read off a phone: the phone that sends one has it from another's screen.
    const code = by.kind === 'phone' ? undefined : parseRotatingCode(text)
    if (!code) return strangeCode(text, await identify('code', text))
    // Not of this very code: two scans of one phone may well lie on either side of a change.
    const credential = credentialKey(`rotating:${code.member}`)
    const facts = (await records.loadFacts(code.member)) ?? (await mergedInto(code.member))
    const verdict = facts && deps.rotating.check(code, fileOf(facts.member, code.member), deps.now())
    if (!facts) return { ...noFacts, credential, identified: { failure: 'wrong-venue' } }
    if (verdict === 'forged') return { ...noFacts, credential, identified: { failure: 'unknown' } }
    if (verdict === 'expired')
      return { ...noFacts, credential, identified: { failure: 'expired', member: facts.member.id } }
    return { ...knowing([facts]), credential, codeStep: code.step, identified: { member: facts } }
  }

  /** Whose file this one was merged into: their phone still shows the code it was given. */
  async function mergedInto(file: Id): Promise<MemberFacts | undefined> {
    const { member } = await directory.identify('file', file)
    return member === undefined ? undefined : records.loadFacts(member)
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
