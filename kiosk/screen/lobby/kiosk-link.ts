/** What the lobby needs of its link to the hub. */
import type { Link } from '../../../shared/client/link.ts'

export type KioskLink = Pick<Link<'kiosk'>, 'state' | 'health' | 'view' | 'sendNow' | 'hubNow' | 'reconnect' | 'report'>
