/** The worker thread: reads the catalogue and the members at its start, then answers the hub's questions. */
import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { createNodeFiles } from '../files.ts'
import { loadCatalogue } from './catalogue.ts'
import { loadMembers } from './load-members.ts'
import { createNights } from './nights.ts'
import { createDesk } from './question.ts'

const { folder } = v.parse(v.object({ folder: v.string() }), workerData)
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')

const files = createNodeFiles()
const documents = createLowdbDocuments({ files, folder })
// Questions wait for what they need: songs are there before members, and neither keeps the other waiting.
const desk = createDesk({
  songs: loadCatalogue({ documents, files, folder }),
  members: loadMembers(documents),
  nights: createNights({ files, folder }),
})

port.on('message', (message: unknown) => {
  void desk.answer(message).then(reply => reply && port.postMessage(reply))
})
