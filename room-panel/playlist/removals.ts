/** 删除 and 不用备歌 with Undo: gone for the guests at once, from the hub when eight seconds have passed. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Panel } from '../state/panel.ts'
import { removalOf, undoMs } from '../state/second-thoughts.ts'

/** Stands beside the entries' keys. */
export const houseGift = 'house gift'

export function removeEntry({ thoughts, tap }: Panel, entry: Id): void {
  thoughts.after(undoMs, removalOf(entry), () => void tap({ type: 'RemoveEntry', entry }))
}

export function clearHouseGift({ thoughts, tap }: Panel): void {
  thoughts.after(undoMs, houseGift, () => void tap({ type: 'ClearPreloaded' }))
}
