/** The lobby screen: its own words; the source that types the other languages. */

export const kiosk = {
  welcome: '欢迎光临',
} as const
