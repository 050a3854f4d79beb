/** What is asked of a visit's songs, by the panel and by the player. */
import * as v from 'valibot'
import { Id } from '../primitives.ts'

export const AddSong = v.strictObject({ type: v.literal('AddSong'), song: Id, top: v.exactOptional(v.boolean()) })
export const RemoveEntry = v.strictObject({ type: v.literal('RemoveEntry'), entry: Id })
/** 顶歌: next to be sung. */
export const TopEntry = v.strictObject({ type: v.literal('TopEntry'), entry: Id })
/** 切歌: ends the entry that is playing; named, so that two taps skip one song. */
export const SkipSong = v.strictObject({ type: v.literal('SkipSong'), entry: Id })
/** Removes what the house preloaded and nobody has touched. */
export const ClearPreloaded = v.strictObject({ type: v.literal('ClearPreloaded') })

/** 换一批: songs of the house anew, in place of those that nobody has touched. */
export const LayPreloaded = v.strictObject({ type: v.literal('LayPreloaded') })

/** The guests are in their room: what was laid ready for them begins. */
export const BeginSongs = v.strictObject({ type: v.literal('BeginSongs') })

/** 原唱 / 伴唱: whether the singer is heard, from this song on, where the player and its files can do both. */
export const SetVocals = v.strictObject({ type: v.literal('SetVocals'), on: v.boolean() })

/** No song is longer, ms: an opera is no song. */
export const longestSongMs = 3 * 3_600_000

/**
 * The player reports; it may serve several rooms, so it names the visit. `lengthMs`: of the file that plays; `voices`: it can be
 * heard with its singer and without.
 */
export const StartSong = v.strictObject({
  type: v.literal('StartSong'),
  visit: Id,
  entry: Id,
  lengthMs: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(longestSongMs))),
  voices: v.exactOptional(v.literal(true)),
})
export const EndSong = v.strictObject({ type: v.literal('EndSong'), visit: Id, entry: Id })
/** It has no file of this song, or none that it can play: the next one's turn. */
export const PassSong = v.strictObject({ type: v.literal('PassSong'), visit: Id, entry: Id })
