/**
 * Which version the data folder is of. An older one is brought up step by step before anything opens it, and a copy stays
 * as it was for a while (see hub/backup/earlier-houses.ts); a newer one is not touched, for this hub would not know what it must not lose.
 *
 * What only gained a field that may be missing needs no step. A checkpoint has a shape of its own, and an older one costs a
 * longer replay and no more.
 */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { versionCopy } from '../backup/earlier-houses.ts'
import { stageHouse } from '../backup/stage.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { isThere } from '../system/files.ts'
import { steps } from './steps.ts'

/** Each step leads from one version to the next; the first version had no file that says so. */
export const dataVersion = steps.length + 1
const firstVersion = 1

export const versionFile = 'version.json'
const Said = v.looseObject({ version: v.pipe(v.number(), v.safeInteger(), v.minValue(firstVersion)) })

/** For whoever makes a new house. */
export async function writeDataVersion(files: Pick<Files, 'replace'>, folder: string): Promise<void> {
  await files.replace(join(folder, versionFile), `${JSON.stringify({ version: dataVersion })}\n`)
}

/** Throws StoreFailed 'unreadable', and 'newer-version' for what a later hub wrote. */
export async function readDataVersion(files: Pick<Files, 'read'>, folder: string): Promise<number> {
  const path = join(folder, versionFile)
  const content = await files.read(path)
  if (!content) return firstVersion
  const said = v.safeParse(v.pipe(v.string(), v.parseJson(), Said), content.toString('utf8'))
  if (!said.success) throw new StoreFailed('unreadable', path, 'says no version')
  if (said.output.version > dataVersion)
    throw new StoreFailed('newer-version', path, 'written by a newer hub: install that one')
  return said.output.version
}

/**
 * Answers what was done; undefined: nothing was to do, or there is no house yet. The caller holds the folder's lock.
 * Interrupted, it is done again from the beginning of the step: steps find what they have done already.
 */
export async function bringUpToDate(
  files: Files,
  folder: string,
): Promise<{ readonly from: number; readonly copy: string } | undefined> {
  const from = await readDataVersion(files, folder)
  if (from === dataVersion || !(await files.read(join(folder, 'venue.json')))) return undefined
  const copy = join(folder, `${versionCopy}${from + 1}`)
  // The first copy is of what nobody has touched.
  if (!(await isThere(copy))) await rename(await stageHouse(folder, 'version'), copy)
  for (const step of steps.slice(from - 1)) await step(files, folder)
  await writeDataVersion(files, folder)
  return { from, copy }
}
