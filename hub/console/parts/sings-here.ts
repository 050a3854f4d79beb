/** A venue without songs (`songs: none`) hears nothing of them on any screen, whatever an older night or file still tells. */
import type { House } from '../state/house.ts'

export const singsHere = ({ link }: Pick<House, 'link'>): boolean => link.one('venue')?.songs !== false
