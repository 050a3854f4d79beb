/** Which steps this device needs, from what its browser says of itself. */

export const platforms = ['android', 'ipad', 'windows', 'mac'] as const
export type Platform = (typeof platforms)[number]

/** An iPad's Safari calls itself a Mac; only its fingers give it away. */
export function platformOf(agent: string, touchPoints: number): Platform {
  if (/Android/.test(agent)) return 'android'
  if (/iPad|iPhone/.test(agent)) return 'ipad'
  if (/Macintosh/.test(agent)) return touchPoints > 1 ? 'ipad' : 'mac'
  return 'windows'
}

/** An iPad names a certificate that comes as a profile. */
export const fileFor = (platform: Platform): string =>
  platform === 'ipad' ? '/trust/changming-ca.mobileconfig' : '/trust/changming-ca.crt'
