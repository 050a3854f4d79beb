/** Whether a backup is one: it is read again, its journal is checked along the chain, and a hub's memory is built from it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LocalizedText } from '../../shared/protocol/primitives.ts'
import { boot } from '../checkpoint/boot.ts'
import { loadCheckpoint } from '../checkpoint/checkpoint.ts'
import { bringUpToDate } from '../data-version/data-version.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { passingOver } from '../documents/records.ts'
import { businessDayOf } from '../domain/business-day.ts'
import { parseEvent } from '../domain/parse-event.ts'
import { createFileJournal } from '../journal/file-journal.ts'
import { type JournalFinding, verifyJournal } from '../journal/verify.ts'
import { StoreFailed } from '../ports.ts'
import { openHouseRecords, openVenue } from '../records/house-records.ts'
import { missingCatalogue } from '../song-import/missing-catalogue.ts'
import { createNodeFiles } from '../system/files.ts'
import { createIds } from '../system/ids.ts'
import { readSecret } from '../system/secrets.ts'
import { type Manifest, readArchive } from './archive.ts'

/** What a backup holds, counted in what was built from it. */
export interface BackupHolds {
  /** ms since the epoch. */
  readonly at: number
  readonly hub: string
  readonly venue: LocalizedText
  readonly files: number
  /** Of all files, unpacked. */
  readonly bytes: number
  /** The last fact. */
  readonly seq: number
  readonly members: number
  readonly devices: number
  readonly staff: number
  /** The document of the imported songs, which is not in it. The rest holds all the same. */
  readonly noSongs?: string
  /** Paths of what cannot be read of it, as it could not in the house: the hub goes on without, and so does this. */
  readonly damaged?: readonly string[]
}

/** The journal in it does not hold. */
export class JournalBroken extends Error {
  readonly finding: JournalFinding
  constructor(finding: JournalFinding) {
    super(`${finding.kind} ${finding.path}:${finding.line}`)
    this.name = 'JournalBroken'
    this.finding = finding
  }
}

/** Throws ArchiveBroken, JournalBroken or StoreFailed. Takes room for the whole house beside the file, or where the system has some. */
export async function verifyBackup(path: string): Promise<BackupHolds> {
  const folder = await trialFolder(dirname(path))
  try {
    const manifest = await readArchive(path, async (name, content) => {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content, { mode: 0o600 })
    })
    return await lookThrough(folder, manifest)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What begins the name of a house that is only tried. */
export const trialBegins = '.verify-'

/** A stick may be there to be read only. */
const trialFolder = (beside: string): Promise<string> =>
  mkdtemp(join(beside, trialBegins)).catch(() => mkdtemp(join(tmpdir(), 'changming-verify-')))

async function lookThrough(folder: string, { at, hub, files: named }: Manifest): Promise<BackupHolds> {
  const files = createNodeFiles()
  await bringUpToDate(files, folder)
  const key = await readSecret(files, join(folder, 'secrets', 'journal.key'), 32)
  if (!key) throw new StoreFailed('unreadable', 'secrets/journal.key', 'missing')
  const checkpoint = join(folder, 'checkpoint.json')
  const journal = join(folder, 'journal')
  const anchor = (await loadCheckpoint(files, checkpoint))?.anchor
  const { findings } = await verifyJournal({ files, folder: journal, key, ...(anchor && { anchor }) })
  const broken = findings.find(({ kind }) => kind !== 'torn-end')
  if (broken) throw new JournalBroken(broken)

  const documents = createLowdbDocuments({ files, folder })
  const venue = await openVenue(documents)
  const businessDay = (time: number) => businessDayOf(time, venue.value)
  const store = createFileJournal({ files, folder: journal, key, businessDay, parseEvent })
  const { live, journal: opened, committed } = await boot({ files, journal: store, checkpoint })
  const ids = createIds()
  const damaged = new Set<string>()
  const passedOver = ({ path }: StoreFailed): void => void damaged.add(path)
  const records = await openHouseRecords({ venue, documents, ids, committed, visited: () => undefined, passedOver })
  let members = 0
  for await (const { id } of records.members.all(passedOver)) {
    await records.histories.load(id).catch(passingOver(passedOver))
    members++
  }
  for await (const _ of records.texts.all(passedOver));
  const noSongs = await missingCatalogue(documents, live.state)
  await opened.close()
  await documents.close()
  return {
    at,
    hub,
    venue: records.venue.name,
    files: named.length,
    bytes: named.reduce((sum, { bytes }) => sum + bytes, 0),
    seq: opened.lastSeq,
    members,
    devices: records.allDevices().filter(({ revoked }) => !revoked).length,
    staff: records.allStaff().length,
    ...(noSongs !== undefined && { noSongs }),
    ...(damaged.size > 0 && { damaged: [...damaged] }),
  }
}
