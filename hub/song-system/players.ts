/** Our own players: devices on the LAN that are told by their view what each room plays, and report what started and ended. */
import type { SongSystem } from '../ports.ts'

export const createPlayers = (): SongSystem => ({ songs: true })
