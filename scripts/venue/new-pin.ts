/** `npm run venue -- pin`: for who forgot theirs, or whose was turned off, by whoever sits at the hub's machine. */
import { join, resolve } from 'node:path'
import { finishRestore } from '../../hub/backup/restore.ts'
import { isRestoreWanted } from '../../hub/backup/wanted.ts'
import { dataVersion, readDataVersion } from '../../hub/data-version/data-version.ts'
import { type Files, StoreFailed } from '../../hub/ports.ts'
import { isThere } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { type Asking, WentBack } from './ask.ts'
import { openClosedHouse, type Person } from './closed-house.ts'
import type { Flags } from './flags.ts'
import { readPin } from './read.ts'
import {
  hubRuns,
  newPin,
  newPinAgain,
  nobodyCalled,
  noOwner,
  pinIsSet,
  severalOwners,
  startFirst,
  whose,
  whosePin,
} from './words.ts'

/** Answers what to say when it is done. Throws StoreFailed, and what asking throws. */
export async function setNewPin(deps: { files: Files; now: number; flags: Flags; asking: Asking }): Promise<string> {
  const { files, now, flags, asking } = deps
  const folder = resolve(flags.data)
  await finishRestore(files, folder)
  if (!(await isThere(join(folder, 'venue.json')))) throw new StoreFailed('no-house', folder, 'no venue in this folder')
  const lock = await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() }).catch(error => {
    throw error instanceof StoreFailed && error.code === 'locked' ? new Error(hubRuns(folder)) : error
  })
  try {
    const old = (await readDataVersion(files, folder)) !== dataVersion
    if (old || (await isRestoreWanted(folder))) throw new Error(startFirst(flags.data))
    const house = await openClosedHouse({ files, folder })
    try {
      const { person, pin } = await askFor(house.people, flags, asking)
      await house.setPin(person.id, pin, now)
      return pinIsSet(person.name.zhHans, flags.data)
    } finally {
      await house.close()
    }
  } finally {
    await lock.release()
  }
}

async function askFor(
  people: readonly Person[],
  flags: Flags,
  asking: Asking,
): Promise<{ person: Person; pin: string }> {
  for (;;) {
    try {
      const person = await askWhose(people, flags, asking)
      const { zhHans } = person.name
      return { person, pin: flags.ownerPin ?? (await asking.askSecret(newPin(zhHans), newPinAgain, readPin)) }
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
    }
  }
}

/** A script names them, or means the one owner. */
async function askWhose(people: readonly Person[], { staff, ownerPin }: Flags, asking: Asking): Promise<Person> {
  if (staff !== undefined) return readPerson(people, staff)
  const [first, ...others] = ownerPin === undefined ? people : people.filter(({ role }) => role === 'owner')
  if (first && others.length === 0) return first
  if (ownerPin !== undefined) throw new Error(first ? severalOwners : noOwner)
  asking.tell(whose(people))
  return asking.ask(whosePin, '1', text => readPerson(people, text))
}

/** By their number in the list, or as the house calls them. */
function readPerson(people: readonly Person[], text: string): Person {
  const said = text.trim()
  const found =
    people.find(({ id, name }) => [id, name.zhHans, name.zhHant, name.en].includes(said)) ??
    (/^\d{1,3}$/.test(said) ? people[Number(said) - 1] : undefined)
  if (!found) throw new Error(nobodyCalled(said))
  return found
}
