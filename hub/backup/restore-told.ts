/** How putting a house back ended, for the hub that starts in that folder afterwards: a file, told once. */
import { join } from 'node:path'
import * as v from 'valibot'
import { Id, Instant } from '../../shared/protocol/primitives.ts'
import { restoreFailures } from '../../shared/protocol/words.ts'
import { DeviceRow } from '../identity/devices.ts'
import type { Files } from '../ports.ts'

const RestoreTold = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** Its name. */
    backup: v.string(),
    madeAt: Instant,
    /** Of the file. */
    bytes: v.number(),
    /** Who asked for it at a console. */
    by: v.exactOptional(Id),
    /** That console as the house of before knew it. */
    console: v.exactOptional(DeviceRow),
  }),
  v.strictObject({ ok: v.literal(false), why: v.picklist(restoreFailures) }),
])
export type RestoreTold = v.InferOutput<typeof RestoreTold>

/** In the data folder. */
const toldFile = 'restored.json'

export const tellRestore = (files: Pick<Files, 'replace'>, folder: string, told: RestoreTold): Promise<void> =>
  files.replace(join(folder, toldFile), JSON.stringify(told))

/** Undefined: nothing was put back since the last start, or nobody can read how it went. */
export async function readRestoreTold(files: Pick<Files, 'read'>, folder: string): Promise<RestoreTold | undefined> {
  const content = await files.read(join(folder, toldFile))
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), RestoreTold), content?.toString('utf8'))
  return parsed.success ? parsed.output : undefined
}

export const forgetRestoreTold = (files: Pick<Files, 'remove'>, folder: string): Promise<void> =>
  files.remove(join(folder, toldFile))
