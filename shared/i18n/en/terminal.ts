/** What the hub and its scripts print in a terminal: its own words. */
import type { Translation } from '../message.ts'
import type { terminal as source } from '../zh-hans/terminal.ts'

export const terminal = {
  hubListening: 'Changming is running: {address}',
  portTaken: 'Port {port} is in use: stop the other program, or choose another port: PORT=8081 npm start',
  portForbidden: 'Port {port} may not be used: choose one above 1024, such as PORT=8080 npm start',
  hostUnknown: 'This machine has no address {host}: check HOST, or leave it out to use this machine only',
  cannotStart: 'Could not start: {reason}',
  'store.disk-full': 'The disk is full: {place}. Make room and start again; all that was confirmed is kept',
  'store.write-failed': 'Cannot write: {place}. Check the disk and its rights, then start again',
  'store.damaged':
    'Damaged record: {place}. Stopped so that nothing is cut by mistake. Restore the data folder {folder} from the backup',
  'store.unreadable': 'Cannot read {place}. Restore it from the backup, or choose another folder with DATA_DIR',
  'store.newer-version': '{place} was written by a newer version: install that one; nothing was changed',
  'store.locked': 'Another hub is using the data folder {folder}: stop it first',
} as const satisfies Translation<typeof source>
