/**
 * A whole document that people edit, such as the menu, committed like a row: a new version is staged beside the one before,
 * seen from the moment it was decided on, and alone on the disk once the fact that commits it is.
 */
import * as v from 'valibot'
import { type Document, type Documents, StoreFailed } from '../ports.ts'
import { settleRow } from './shard.ts'

export interface Revised<T> {
  /** What the next decision and every view sees. */
  readonly value: T
  readonly rev: number
  /** The same, or what was staged after it and is not decided on yet. */
  readonly newest: { readonly rev: number; readonly value: T }
  /** Which version the journal's tail committed; must come before the first `stage`. Throws StoreFailed 'damaged'. */
  restore(committed: number | undefined): void
  /** Resolves to the version's number when it is on the disk. */
  stage(value: T): Promise<number>
  show(rev: number): void
  /** Only when the event that names this version is on the disk. */
  commit(rev: number): void
  /** The command was refused after all. */
  cancel(rev: number): void
  settle(): Promise<void>
}

interface Kept<T> {
  readonly rev: number
  readonly value: T
}
type Versions<T> = readonly [Kept<T>, ...Kept<T>[]]

const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Beside the fields of the committed value, so that whoever reads the file finds those where they always were. */
const Beside = v.looseObject({
  revised: v.exactOptional(
    v.strictObject({ rev: Rev, staged: v.array(v.strictObject({ rev: Rev, value: v.unknown() })) }),
  ),
})

export async function openRevised<T extends object>(
  documents: Documents,
  name: string,
  parse: (raw: unknown) => T,
  empty: () => T,
): Promise<Revised<T>> {
  const document: Document<unknown> = await documents.open(
    name,
    raw => {
      readVersions(raw, parse)
      return raw
    },
    (): unknown => undefined,
  )
  let versions: Versions<T> =
    document.value === undefined ? [{ rev: 0, value: empty() }] : readVersions(document.value, parse)
  let seen = versions[0]
  let dirty = false

  const staged = (rev: number): Versions<T> => {
    const at = versions.findIndex(version => version.rev === rev)
    const [version, ...later] = versions.slice(at)
    if (at < 1 || !version) throw new Error(`${name} has no staged version ${rev}`)
    return [version, ...later]
  }
  const save = () => {
    const [{ rev, value }, ...after] = versions
    return document.save({ ...value, revised: { rev, staged: after } })
  }

  return {
    get value() {
      return seen.value
    },
    get rev() {
      return seen.rev
    },
    get newest() {
      return versions.at(-1) ?? versions[0]
    },
    restore(committed) {
      if (committed !== undefined && !versions.some(({ rev }) => rev >= committed))
        throw new StoreFailed('damaged', name, `the journal committed revision ${committed}, the document is older`)
      const [kept] = settleRow({ id: name, versions }, committed).versions
      const found = versions.find(({ rev }) => rev === kept.rev) ?? versions[0]
      dirty = versions.length > 1
      versions = [found]
      seen = found
    },
    async stage(value) {
      const rev = (versions.at(-1)?.rev ?? 0) + 1
      versions = [...versions, { rev, value }]
      await save()
      return rev
    },
    show(rev) {
      seen = staged(rev)[0]
    },
    commit(rev) {
      versions = staged(rev)
      dirty = true
    },
    cancel(rev) {
      const [first, ...later] = versions
      versions = [first, ...later.filter(version => version.rev !== rev)]
      dirty = true
    },
    async settle() {
      if (!dirty) return
      dirty = false
      await save()
    },
  }
}

function readVersions<T>(raw: unknown, parse: (raw: unknown) => T): Versions<T> {
  const { revised = { rev: 0, staged: [] }, ...value } = v.parse(Beside, raw)
  const later = revised.staged.map(one => ({ rev: one.rev, value: parse(one.value) }))
  return [{ rev: revised.rev, value: parse(value) }, ...later]
}
