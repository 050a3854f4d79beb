import { journalContract, type TestEvent } from './journal.contract.testing.ts'
import { createMemoryJournal } from './memory-journal.ts'

journalContract('memory', () => {
  const store = createMemoryJournal<TestEvent>()
  return { store, failNext: () => store.failNext() }
})
