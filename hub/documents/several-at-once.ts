/** Work of which each piece mostly waits for the disk. */

/**
 * Every piece is begun in its turn, a few of them under way: each rests on a turn of the loop for every step of its file, and
 * a checkpoint of some hundreds, one after the other, would not come to its end on a busy evening. Rejects with the first
 * failure; what is under way then ends, and no more is begun.
 */
export async function severalAtOnce<T>(pieces: Iterable<T>, work: (piece: T) => Promise<void>): Promise<void> {
  const left = pieces[Symbol.iterator]()
  let failed = false
  const goOn = async () => {
    for (let next = left.next(); !next.done && !failed; next = left.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: underWay }, goOn)).catch(error => {
    failed = true
    throw error
  })
}

/** Each is encoded in one go: with more of them a tap would notice. */
const underWay = 4
