/** Reads every member once for the worker's index; when somebody asks, spells them, and reads every history for the house's statistics. */
import * as v from 'valibot'
import { createRecords, passingOver } from '../documents/records.ts'
import { type History, Member } from '../domain/member/member.ts'
import { type HouseStatistics, houseStatistics } from '../insight/house-statistics.ts'
import type { Documents, StoreFailed } from '../ports.ts'
import { createHistories, type Histories } from '../records/histories.ts'
import { inSteps } from '../system/in-steps.ts'
import { createMemberIndex, type MemberIndex } from './member-index.ts'
import { type Sound, soundOfText } from './pinyin.ts'

export interface LoadedMembers {
  /** Who stands at the door waits for this, and not for how all names are spelled or what everybody drank. */
  index(): Promise<MemberIndex>
  /** All names are spelled, from the first who asks on: who searches before would make every card wait. */
  searchable(): Promise<void>
  /** What everybody drank is read, from the first who asks on. */
  statistics(): Promise<HouseStatistics>
}

/**
 * What the hub committed since its last checkpoint it tells by `memberSaved`; here the rows count as the disk has them.
 * `passedOver` is told of each that is damaged: all others are found, and nobody is turned away for it.
 */
export function loadMembers(documents: Documents, passedOver: (reason: StoreFailed) => void): LoadedMembers {
  const read = once(() => readMembers(documents, passedOver))
  // From now on, and not from the first card on.
  read()
  const searchable = once(() =>
    read().then(async ({ index, sounds }) => {
      try {
        await inSteps(index.spellSteps())
      } finally {
        sounds.forget()
      }
    }),
  )
  // Kept from one try to the next, and no longer: what was read is open already.
  let histories: Histories | undefined
  const statistics = once(async () => {
    await searchable()
    histories ??= createHistories(documents)
    const counted = await readHistories(histories, (await read()).ids, passedOver)
    histories = undefined
    return counted
  })
  return { index: () => read().then(({ index }) => index), searchable, statistics }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    if (made) return made
    const making = make()
    made = making
    // A disk that could not be read is tried again by who asks next: it may have been for a moment.
    making.catch(() => {
      made = undefined
    })
    return making
  }
}

async function readMembers(documents: Documents, passedOver: (reason: StoreFailed) => void) {
  const records = createRecords({ documents, folder: 'members', prefix: 'm', parse: raw => v.parse(Member, raw) })
  await records.restore(new Map())
  const sounds = rememberSounds()
  const index = createMemberIndex([], sounds.of)
  const ids: string[] = []
  for await (const { id, value } of records.all(passedOver)) {
    index.save(id, value)
    ids.push(id)
  }
  return { index, ids, sounds }
}

/** Many are called alike, and to spell a name takes longer than all else of a member. Afterwards nothing of them is kept here. */
function rememberSounds() {
  let known: Map<string, Sound> | undefined = new Map()
  return {
    of(text: string): Sound {
      const sound = known?.get(text) ?? soundOfText(text)
      known?.set(text, sound)
      return sound
    },
    forget() {
      known = undefined
    },
  }
}

async function readHistories(
  histories: Histories,
  ids: readonly string[],
  passedOver: (reason: StoreFailed) => void,
): Promise<HouseStatistics> {
  const known: History[] = []
  for (const id of ids) {
    const history = await histories.load(id).catch(passingOver(passedOver))
    if (history) known.push(history)
  }
  return houseStatistics(known)
}
