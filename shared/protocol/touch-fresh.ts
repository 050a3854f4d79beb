/** Older than this on its way and a touch is lost: it must not welcome anybody later. ms */
export const touchFreshMs = 10_000
