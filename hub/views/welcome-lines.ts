/** Which of the manager's lines goes with which welcome: a copied greeting is worse than none. */
import type { Id, LocalizedText } from '../../shared/protocol/primitives.ts'
import type { ViewContext } from './context.ts'

/** Check-in → its line. The same for everybody who asks; never that of the welcome before, rather none. */
export function welcomeLines({ state, venue }: ViewContext): ReadonlyMap<Id, LocalizedText> {
  const lines = new Map<Id, LocalizedText>()
  let before: number | undefined
  for (const { id, welcomed } of state.checkIns.values()) {
    if (!welcomed) continue
    const drawn = hashOf(id) % venue.welcomeLines.length
    const index = drawn === before ? (drawn + 1) % venue.welcomeLines.length : drawn
    const line = index === before ? undefined : venue.welcomeLines[index]
    before = line && index
    if (line) lines.set(id, line)
  }
  return lines
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
