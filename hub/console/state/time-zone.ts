/** The venue's time zone; China's until the hub has named it. */
import type { House } from './house.ts'

export const timeZoneOf = ({ link }: Pick<House, 'link'>): string => link.one('venue')?.timeZone ?? 'Asia/Shanghai'
