/** Which screens a person or a station has; what the view does not hold is not offered. */

import type { Screen } from '../state/house.ts'
import type { Who } from '../state/may.ts'

export function screensOf(who: Who): readonly Screen[] {
  switch (who) {
    case 'owner':
    case 'manager':
      return ['live', 'floor', 'bar', 'members', 'reservations', 'night', 'devices', 'staff', 'setup']
    case 'desk':
      return ['live', 'floor', 'bar', 'members', 'reservations', 'devices']
    case 'floor':
    case 'floor-station':
      return ['live', 'floor', 'bar', 'reservations']
    case 'bar':
    case 'bar-station':
      return ['bar', 'live', 'floor']
    case 'locked':
      return []
  }
}
