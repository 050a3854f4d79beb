/** A house whose hub is stopped: who works there, and a new PIN for one of them, as a fact in its journal. */
import { join } from 'node:path'
import { type Booted, boot } from '../../hub/checkpoint/boot.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { nightOf } from '../../hub/domain/clock-doubt.ts'
import { isRefusal, noFacts } from '../../hub/domain/decision.ts'
import { parseEvent } from '../../hub/domain/parse-event.ts'
import { resetPinAtHub } from '../../hub/domain/staff/decide.ts'
import type { Staff } from '../../hub/domain/staff/staff.ts'
import { createPins } from '../../hub/identity/pins.ts'
import { createFileJournal } from '../../hub/journal/file-journal.ts'
import type { Files } from '../../hub/ports.ts'
import { openHouseRecords, openVenue } from '../../hub/records/house-records.ts'
import { createIds } from '../../hub/system/ids.ts'
import { loadSecret } from '../../hub/system/secrets.ts'
import { roles } from '../../shared/protocol/words.ts'

export interface Person extends Pick<Staff, 'id' | 'name' | 'role'> {
  /** Ten wrong tries turned it off. */
  readonly pinOff: boolean
}

export interface ClosedHouse {
  /** Owners first. */
  readonly people: readonly Person[]
  /** Resolves when it is on the disk; the next start of the hub makes it so. Throws StoreFailed. */
  setPin(staff: Person['id'], pin: string, now: number): Promise<void>
  close(): Promise<void>
}

/** Whoever calls it holds the folder's lock; the folder is of this version. Throws StoreFailed. */
export async function openClosedHouse({ files, folder }: { files: Files; folder: string }): Promise<ClosedHouse> {
  const secret = (name: string) => loadSecret(files, join(folder, 'secrets', name), 32)
  const pins = createPins({ pepper: await secret('pepper.key') })
  const documents = createLowdbDocuments({ files, folder })
  const venue = await openVenue(documents)
  const booted: Booted = await boot({
    files,
    checkpoint: join(folder, 'checkpoint.json'),
    journal: createFileJournal({
      files,
      folder: join(folder, 'journal'),
      key: await secret('journal.key'),
      businessDay: at => nightOf(booted.live.state, venue.value, at),
      parseEvent,
    }),
  })
  const { live, journal, committed } = booted
  const records = await openHouseRecords({
    venue,
    documents,
    ids: createIds(),
    committed,
    visited: () => undefined,
    passedOver: () => undefined,
  })
  const here = records.allStaff().filter(({ gone }) => !gone)
  const find = (id: string) => here.find(one => one.id === id)

  return {
    people: here
      .map(({ id, name, role }) => ({ id, name, role, pinOff: live.state.pins.get(id)?.off === true }))
      .sort((a, b) => roles.indexOf(b.role) - roles.indexOf(a.role)),
    async setPin(id, newPin, now) {
      const person = find(id)
      if (!person) throw new Error(`nobody here is ${id}`)
      const { pinFrom: _from, ...rest } = person
      const rev = await records.staff.stage(id, { ...rest, pin: await pins.hash(newPin) })
      const facts = { ...noFacts, saved: { id, rev } }
      const decision = resetPinAtHub(live.state, { staff: id, newPin }, { staff: find, facts })
      // What was staged is then no part of the house: no fact commits it.
      if (isRefusal(decision)) throw new Error(`the new PIN was refused: ${decision.refused}`)
      const { lastSeq, lastBatch } = journal
      const line = { seq: lastSeq + 1, batch: lastBatch + 1, at: now }
      const { events } = decision
      journal.append([{ ...line, command: { type: 'ResetPinAtHub' }, by: { system: true }, events, answer: {} }])
    },
    async close() {
      await journal.close()
      await documents.close()
    },
  }
}
