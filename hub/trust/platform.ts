/** Which steps this device needs, from what its browser says of itself. */

export const platforms = ['android', 'ipad', 'windows'] as const
export type Platform = (typeof platforms)[number]

/** An iPad's Safari calls itself a Mac; only its fingers give it away. */
export function platformOf(agent: string, touchPoints: number): Platform {
  if (/Android/.test(agent)) return 'android'
  if (/iPad|iPhone/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)) return 'ipad'
  return 'windows'
}

/** Apple's devices name a certificate that comes as a profile. */
export const fileFor = (platform: Platform): string =>
  platform === 'ipad' ? '/trust/changming-ca.mobileconfig' : '/trust/changming-ca.crt'
