import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { documentsContract } from './documents.contract.testing.ts'
import { createMemoryDocuments } from './memory-documents.ts'

documentsContract('memory', () => {
  const { inner, failAt } = createFaultyFiles(createMemoryFiles)
  return { open: () => createMemoryDocuments(inner), failNext: () => failAt('write') }
})
