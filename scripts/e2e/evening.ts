/** Friday 2026-11-20, 20:00 in Chengdu, ms since the epoch: every journey begins here. */
export const evening = Date.UTC(2026, 10, 20, 12, 0)
export const second = 1000
export const minute = 60 * second
