/** What an edit of the house's settings changed, field by field: what the journal keeps of it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'

export type Told = string | number | boolean
export interface FieldChange {
  /** Such as `price`, `name.zhHans`, `bands`. */
  readonly field: string
  /** Absent: there was none before. */
  readonly was?: Told
  /** Absent: there is none any more. */
  readonly now?: Told
}

/** Which thing of which document was edited. */
export type Edit = {
  readonly id: Id
  readonly fields: readonly FieldChange[]
  /** It is there no more. */
  readonly gone?: true
} & (
  | { readonly of: 'menu'; readonly part: 'item' | 'category' }
  | { readonly of: 'venue'; readonly part: 'room' | 'plan' | 'class' | 'tariff' | 'policy' | 'house' }
)

/** Somebody else's edit is not written over unseen. */
export const seen = (
  thing: { readonly id: Id; readonly rev?: number } | undefined,
  rev: number,
): Refusal | undefined =>
  (thing?.rev ?? 0) === rev ? undefined : refuse('changed', 'look-again', { about: thing?.id ?? '' })

/** Longer texts are told in part: the document has them whole. */
const mostTold = 120
/** Nothing that opens a door is told; that it changed is. */
const secret: ReadonlySet<string> = new Set(['wifi.password'])

/** `undefined`: there was nothing, or nothing is left. Counters of versions are no change. */
export function changesBetween(before: object | undefined, after: object | undefined): readonly FieldChange[] {
  const was = toldFields(before)
  const now = toldFields(after)
  return [...new Set([...was.keys(), ...now.keys()])].flatMap(field => {
    const [old, fresh] = [was.get(field), now.get(field)]
    if (old === fresh) return []
    const told = (value: Told) =>
      secret.has(field) ? '•' : typeof value === 'string' ? value.slice(0, mostTold) : value
    return [{ field, ...(old !== undefined && { was: told(old) }), ...(fresh !== undefined && { now: told(fresh) }) }]
  })
}

function toldFields(value: object | undefined): ReadonlyMap<string, Told> {
  const fields = new Map<string, Told>()
  const walk = (at: unknown, path: string) => {
    if (typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean') fields.set(path, at)
    else if (Array.isArray(at)) fields.set(path, JSON.stringify(at))
    else if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at))
        if (path !== '' || (key !== 'rev' && key !== 'id')) walk(inner, path === '' ? key : `${path}.${key}`)
  }
  walk(value, '')
  return fields
}
