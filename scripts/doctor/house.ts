/** The data folder and what is in it: whose it is, whether a hub could start from it, and when it was last backed up. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { backupsIn } from '../../hub/backup/names.ts'
import { loadCheckpoint } from '../../hub/checkpoint/checkpoint.ts'
import { readDataVersion } from '../../hub/data-version/data-version.ts'
import { verifyJournal } from '../../hub/journal/verify.ts'
import { type Files, isDamaged, StoreFailed } from '../../hub/ports.ts'
import { isThere } from '../../hub/system/files.ts'
import { type Holder, holderOf } from '../../hub/system/lock.ts'
import { readSecret } from '../../hub/system/secrets.ts'
import { endOf, tlsPaths } from '../../hub/tls/certificates.ts'
import { LocalizedText } from '../../shared/protocol/primitives.ts'
import { bad, type Finding, good, warn } from './finding.ts'
import { judgeRights } from './rights.ts'
import { couldNot, remedyFor, tried } from './tried.ts'

export interface HouseLook {
  readonly findings: readonly Finding[]
  /** Undefined where the house could not be read. `lastKnown`: when the newest file of the journal was written, ms; 0 without one. */
  readonly clock?: { readonly timeZone: string; readonly lastKnown: number }
  /** The hub that runs on it. */
  readonly holder?: Holder
}

const restore = 'npm run restore -- 备份.tar.gz --replace'

/** `backups`: where they are kept. Undefined where there is no house yet: `npm start` makes one. */
export async function lookAtHouse(
  files: Files,
  folder: string,
  backups: string,
  now: number,
): Promise<HouseLook | undefined> {
  const told = '门店 house'
  const rights = () => tried('权限 rights', folder, async () => [await judgeRights(folder)])
  let content: Uint8Array | undefined
  let holder: Holder | undefined
  try {
    content = await files.read(join(folder, 'venue.json'))
    holder = await holderOf(files, join(folder, 'lock'))
  } catch (error) {
    // Whether a hub runs on it cannot be seen from here: one that answers is not called another's.
    return {
      holder: { listening: undefined },
      findings: [...(await rights()), couldNot(told, error, await remedyFor(error, folder))],
    }
  }
  if (!content) {
    // A folder that is there and somebody else's: no house could be made in it.
    const found = (await isThere(folder)) ? await rights() : []
    return found.some(({ state }) => state === 'bad') ? { findings: found } : undefined
  }
  const venue = v.safeParse(v.pipe(v.string(), v.parseJson(), Envelope), Buffer.from(content).toString('utf8'))
  if (!venue.success)
    return {
      ...(holder && { holder }),
      findings: [...(await rights()), bad(told, 'venue.json 读不懂 cannot be read', restore)],
    }
  const { name, timeZone } = venue.output.value
  const running = holder !== undefined
  const named = [name.zhHans, name.en, ...(running ? ['  开着 running'] : [])].filter(part => part).join(' ')
  return {
    clock: { timeZone, lastKnown: await lastWritten(join(folder, 'journal')) },
    ...(holder && { holder }),
    findings: [
      ...(await rights()),
      ...(await tried(told, folder, async () => [await judgeParts(files, folder, told, named)])),
      ...(await tried(journalTold, folder, async () => [await judgeJournal(files, folder, running)])),
      ...(await tried(backupTold, folder, async () => [
        judgeBackup(backups, (await backupsIn(backups)).at(-1)?.at, now),
      ])),
      ...(await tried(certificateTold, folder, () => judgeCertificate(files, folder, now))),
    ],
  }
}

const journalTold = '流水 journal'
const backupTold = '备份 backup'
const certificateTold = '证书 certificate'

const Envelope = v.object({ value: v.object({ name: LocalizedText, timeZone: v.string() }) })

/** Without these no hub starts. The version is read first: what else a later one wrote may well look damaged. */
async function judgeParts(files: Files, folder: string, what: string, named: string): Promise<Finding> {
  try {
    await readDataVersion(files, folder)
    const secrets = join(folder, 'secrets')
    for (const name of (await files.list(secrets)).filter(each => each.endsWith('.key')))
      await readSecret(files, join(secrets, name), secretBytes)
    return good(what, named)
  } catch (error) {
    return unlessUnreadable(what, error)
  }
}

const secretBytes = 32

async function judgeJournal(files: Files, folder: string, running: boolean): Promise<Finding> {
  const look = journalTold
  try {
    const key = await readSecret(files, join(folder, 'secrets', 'journal.key'), 32)
    if (!key) return bad(look, '缺钥匙 its key is missing: secrets/journal.key', restore)
    const anchor = (await loadCheckpoint(files, join(folder, 'checkpoint.json')))?.anchor
    const report = await verifyJournal({ files, folder: join(folder, 'journal'), key, ...(anchor && { anchor }) })
    const told = `${report.days} 天 days，到 to #${report.lastSeq}`
    // While a hub writes, its last line may be under way.
    if (report.ok || (running && report.findings.every(({ kind }) => kind === 'torn-end')))
      return good(look, `${told}，完好 sound`)
    return bad(look, `${told}，有损坏 damaged`, 'npm run journal -- verify')
  } catch (error) {
    return unlessUnreadable(look, error)
  }
}

/** Throws what the disk does not give: no backup brings it back. */
function unlessUnreadable(what: string, error: unknown): Finding {
  if (!(error instanceof StoreFailed) || (error.code === 'unreadable' && !isDamaged(error))) throw error
  return error.code === 'newer-version'
    ? bad(what, `${error.path} 是更新的版本写的 is of a newer version`, '装更新的版本 install the newer version')
    : bad(what, `${error.path} 坏了 is damaged`, restore)
}

async function lastWritten(journal: string): Promise<number> {
  const names = await readdir(journal).catch(() => [])
  const times = await Promise.all(
    names.map(name =>
      stat(join(journal, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  return Math.max(0, ...times)
}

const dayMs = 86_400_000

/** `folder`: where each night's are kept, and where it looks. One that was carried elsewhere it cannot know of. */
export function judgeBackup(folder: string, at: number | undefined, now: number): Finding {
  const what = backupTold
  const remedy = 'npm run backup；另一块盘用 BACKUP_DIR for another disk'
  if (at === undefined) return warn(what, `没有 none in ${folder}`, remedy)
  const days = Math.floor((now - at) / dayMs)
  return days >= 3 ? warn(what, `${days} 天前 days ago`, remedy) : good(what, new Date(at).toLocaleString('sv'))
}

const Pair = v.object({ certificate: v.string() })

/** Of a hub that has been on the network; the hub renews its own, so an old one means that it was off for long. */
async function judgeCertificate(files: Files, folder: string, now: number): Promise<Finding[]> {
  const { own, authority, certificate } = tlsPaths(folder)
  const brought = await files.read(own)
  const content = brought ?? (await files.read(certificate))
  if (!content) return []
  const pair = v.safeParse(v.pipe(v.string(), v.parseJson(), Pair), content.toString('utf8'))
  const what = certificateTold
  const remedy = brought ? 'npm run tls -- --help' : 'npm run tls -- --renew'
  if (!pair.success) return [bad(what, '读不懂 cannot be read', remedy)]
  // Never made over: every device would have to be told to trust another one.
  const known = brought ? undefined : await files.read(authority)
  if (known && !v.is(v.pipe(v.string(), v.parseJson(), Pair), known.toString('utf8')))
    return [bad(what, `${authority} 坏了 is damaged`, restore)]
  const until = endOf(pair.output)
  const told = `到 until ${new Date(until).toLocaleDateString('sv')}`
  if (until < now) return [bad(what, `${told}，过期了 has ended`, remedy)]
  return [until < now + 14 * dayMs ? warn(what, told, remedy) : good(what, told)]
}
