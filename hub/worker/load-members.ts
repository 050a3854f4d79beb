/** Reads every member and history once, for the worker's index and the house's statistics. */
import * as v from 'valibot'
import { createRecords } from '../documents/records.ts'
import { type History, Member } from '../domain/member/member.ts'
import { type HouseStatistics, houseStatistics } from '../insight/house-statistics.ts'
import { type Documents, isDamaged, type StoreFailed } from '../ports.ts'
import { createHistories } from '../records/histories.ts'
import { createMemberIndex, type MemberIndex } from './member-index.ts'

/**
 * What the hub committed since its last checkpoint it tells by `memberSaved`; here the rows count as the disk has them.
 * `passedOver` is told of each that is damaged: all others are found, and nobody is turned away for it.
 */
export async function loadMembers(
  documents: Documents,
  passedOver: (reason: StoreFailed) => void,
): Promise<{ index: MemberIndex; statistics: HouseStatistics }> {
  const records = createRecords({ documents, folder: 'members', prefix: 'm', parse: raw => v.parse(Member, raw) })
  const histories = createHistories(documents)
  await records.restore(new Map())
  const index = createMemberIndex([])
  const known: History[] = []
  for await (const { id, value } of records.all(passedOver)) {
    index.save(id, value)
    try {
      known.push(await histories.load(id))
    } catch (error) {
      if (!isDamaged(error)) throw error
      passedOver(error)
    }
  }
  return { index, statistics: houseStatistics(known) }
}
