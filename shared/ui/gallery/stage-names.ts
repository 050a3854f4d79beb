/** Names that the stage shows and no catalogue holds: the venue's, the singers', the guests'. Longest first: one may hold another. */
export const stageNames = (shown: unknown): readonly string[] =>
  [...new Set(namesIn(shown))].sort((a, b) => b.length - a.length)

/** What the wire calls a name. */
const named = new Set(['zhHans', 'zhHant', 'en', 'title', 'artist', 'greeting', 'called'])

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' ? (named.has(key) && part.length > 1 ? [part] : []) : namesIn(part),
  )
}
