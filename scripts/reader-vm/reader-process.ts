/** The reader as it runs in a venue, in a process and with rights of its own: node-hid and our keeper, telling what they see. */
import * as v from 'valibot'
import { createNodeHid } from '../../kiosk/reader/node-hid.ts'
import { watchReaders } from '../../kiosk/reader/readers.ts'

const Told = v.variant('tell', [
  /** Nothing of this process runs for so long. */
  v.object({ tell: v.literal('block'), ms: v.number() }),
  v.object({ tell: v.literal('stop') }),
])

const send = (said: object) => void process.send?.(said)

const readers = await watchReaders({
  hid: await createNodeHid(),
  touched: ({ scan, cameAt, reader }) => send({ said: 'touch', scan, reader, ageMs: performance.now() - cameAt }),
  changed: list => send({ said: 'readers', list }),
  failed: error => send({ said: 'failed', why: String(error) }),
})
send({ said: 'watching' })

process.on('message', message => {
  const told = v.parse(Told, message)
  if (told.tell === 'stop') void readers.stop().then(() => process.exit(0))
  else {
    send({ said: 'blocking' })
    // The message goes out before the loop stands still.
    setImmediate(() => {
      const until = performance.now() + told.ms
      while (performance.now() < until);
    })
  }
})
process.on('disconnect', () => process.exit(0))
