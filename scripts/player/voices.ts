/**
 * 原唱 / 伴唱: which of a file's sounds has the singer in it. Files with two sound tracks mostly say so in their names; those that
 * do not are taken to have the singer on the first, as discs for KTV do.
 */
import * as v from 'valibot'

const Track = v.object({
  id: v.number(),
  type: v.string(),
  title: v.optional(v.string()),
  lang: v.optional(v.string()),
})

/** mpv's numbers of the two sounds. */
export interface Voices {
  readonly sung: number
  readonly backing: number
}

const backingWords = /伴|純音樂|纯音乐|inst|karaoke|backing|off.?vocal|minus/i
const sungWords = /原|人声|人聲|vocal|original|sung/i

/** `list`: mpv's `track-list`. Undefined where there is nothing to choose between. */
export function voicesOf(list: unknown): Voices | undefined {
  const sounds = v.is(v.array(Track), list) ? list.filter(({ type }) => type === 'audio') : []
  const [first, second] = sounds
  if (!first || !second) return undefined
  const named = (words: RegExp) => sounds.find(({ title = '', lang = '' }) => words.test(`${title} ${lang}`))
  const backing = named(backingWords)
  const sung = sounds.find(one => one !== backing && sungWords.test(one.title ?? ''))
  if (backing) return { backing: backing.id, sung: (sung ?? (backing === first ? second : first)).id }
  if (sung) return { sung: sung.id, backing: (sung === first ? second : first).id }
  return { sung: first.id, backing: second.id }
}
