/** A real hub in this process, on a data folder and a clock that is told: for what happens in a house before anybody looks. */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { parseEvent } from '../../hub/domain/parse-event.ts'
import type { Principal } from '../../hub/domain/principal.ts'
import { createPins } from '../../hub/identity/pins.ts'
import { createRotatingCodes } from '../../hub/identity/rotating-codes.ts'
import { createTickets } from '../../hub/identity/tickets.ts'
import { createFileJournal } from '../../hub/journal/file-journal.ts'
import type { Files } from '../../hub/ports.ts'
import { createIds } from '../../hub/system/ids.ts'
import { loadSecret } from '../../hub/system/secrets.ts'
import { settled, type ToldClock } from '../../hub/system/told-clock.ts'
import { tryDisk } from '../../hub/system/try-disk.ts'
import { startVenueHub, type VenueHub } from '../../hub/venue-hub.ts'
import type { Directory } from '../../hub/worker/directory.ts'
import { createLocalDirectory } from '../../hub/worker/local-directory.ts'
import type { Role } from '../../shared/protocol/words.ts'

export interface ToldHubOptions {
  readonly files: Files
  readonly folder: string
  readonly clock: ToldClock
  /** In this thread unless given. */
  readonly directory?: (catalogue: string) => Directory
}

export async function openToldHub({ files, folder, clock, directory }: ToldHubOptions): Promise<VenueHub> {
  const ids = createIds()
  const secret = (name: string) => loadSecret(files, join(folder, 'secrets', name), 32)
  const journalKey = await secret('journal.key')
  const credentials = await secret('credentials.key')
  const documents = () => createLowdbDocuments({ files, folder })
  return startVenueHub({
    files,
    clock,
    ids,
    documents,
    checkpoint: join(folder, 'checkpoint.json'),
    menuSounds: join(folder, 'index', 'menu-sounds.json'),
    tryDisk: () => tryDisk(files, folder),
    journal: nightOf =>
      createFileJournal({
        files,
        folder: join(folder, 'journal'),
        key: journalKey,
        businessDay: nightOf,
        parseEvent,
      }),
    directory: directory ?? (() => createLocalDirectory({ documents, files, folder })),
    cashier: createNoCashier(),
    broadcaster: { view: () => undefined, health: () => undefined },
    pins: createPins({ pepper: await secret('pepper.key') }),
    tickets: createTickets({ clock, ids, origin: () => 'http://localhost' }),
    rotating: createRotatingCodes({ secret: await secret('codes.key') }),
    securePhones: () => false,
    credentialKey: value => createHmac('sha256', credentials).update(value).digest('base64url'),
    pairing: () => ({ refused: 'bad-code', next: 'look-again' }),
    readmission: () => ({ refused: 'code-expired', next: 'look-again' }),
    log: () => undefined,
  })
}

export async function signIn(hub: VenueHub, device: string, staff: string, role: Role): Promise<Principal> {
  await hub.openSession(device, staff)
  await settled()
  const session = hub.sessionOf(device)
  if (!session) throw new Error(`${staff} could not sign in at ${device}`)
  return { kind: 'staff', device, session: session.session, staff, role }
}
