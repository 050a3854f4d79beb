/** A worker thread: one that answers about songs, one about members and nights, or one that reads a file of songs and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import type { StoreFailed } from '../ports.ts'
import { createNodeFiles } from '../system/files.ts'
import { openCatalogue } from './catalogue.ts'
import { giveWay } from './give-way.ts'
import { loadMembers } from './load-members.ts'
import { createNights } from './nights.ts'
import { createHouseDesk, createSongDesk, type Said } from './question.ts'
import { readSongFile, SongFileAsked } from './read-song-file.ts'

const Work = v.variant('does', [
  v.object({ does: v.literal('songs'), folder: v.string(), catalogue: v.string(), gently: v.boolean() }),
  v.object({ does: v.literal('house'), folder: v.string() }),
  v.object({ does: v.literal('read-songs'), folder: v.string(), asked: SongFileAsked }),
])

const work = v.parse(Work, workerData)
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')

const say = (said: Said): void => port.postMessage(said)
const passedOver = ({ message }: StoreFailed): void => say({ passedOver: message })

const files = createNodeFiles()
const documents = createLowdbDocuments({ files, folder: work.folder })
if (work.does === 'read-songs') {
  giveWay()
  port.postMessage(await readSongFile(documents, work.asked))
} else {
  const desk =
    work.does === 'songs'
      ? createSongDesk(openCatalogue({ ...work, documents, files, name: work.catalogue }))
      : createHouseDesk({
          members: loadMembers(documents, passedOver),
          nights: createNights({ files, folder: work.folder }),
        })
  port.on('message', (message: unknown) => {
    void desk.answer(message).then(say)
  })
}
