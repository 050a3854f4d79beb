/**
 * How long a room waits for its guests to touch its panel, ms: their name in gold, their songs laid ready. Those who sing and
 * touch nothing shall have their songs, and see what their room is told.
 */
export const gatherMs = 10 * 60_000
