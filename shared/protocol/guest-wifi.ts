/** What the guests' Wi-Fi may be called, and its password: as routers take them. */
import * as v from 'valibot'

/** In UTF-8: 32 letters, or 10 Chinese characters. */
export const WifiName = v.pipe(v.string(), v.maxBytes(32))
/** Empty: an open one. */
export const WifiPassword = v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[\x20-\x7e]{8,63}$/))])

export const isWifiName = (text: string): boolean => v.is(WifiName, text)
export const isWifiPassword = (text: string): boolean => v.is(WifiPassword, text)
