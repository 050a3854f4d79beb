/** Ids of rows name the shard that holds them: `m12-k3f9…` lies in shard `m12`. */
import type { Ids } from '../ports.ts'

export type ShardName = string

/** The shard in an id, or undefined for what is no such id (it may come from a guest). */
export function shardOfId(id: string): ShardName | undefined {
  return /^[a-z]+[1-9][0-9]{0,5}-[0-9a-z]+$/.test(id) ? id.slice(0, id.indexOf('-')) : undefined
}

/** A new id in `shard`. */
export function idInShard(shard: ShardName, ids: Pick<Ids, 'next'>): string {
  return ids.next(`${shard}-`)
}

/** `m12` → 12; 0 for another prefix or another kind of name. */
export function shardNumber(shard: ShardName, prefix: string): number {
  const digits = shard.startsWith(prefix) ? shard.slice(prefix.length) : ''
  return /^[1-9][0-9]{0,5}$/.test(digits) ? Number(digits) : 0
}
