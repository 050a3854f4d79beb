/**
 * After a start a whole house comes back at once and wants every core there is: what nobody waits for yet begins once all
 * are in.
 */

export interface Rush {
  /** The door is open. */
  begin(): void
  /** Somebody came in. */
  came(): void
  /** Resolves once nobody came for a moment, or when it took long enough. */
  readonly over: Promise<void>
}

/** While the hub was away for a moment, pages try again within half a second; who comes later comes alone. */
const quietMs = 500
const longestMs = 5000

/** By timers of its own: a machine that has just started may find its clock wrong by hours, and set it. */
export function createRush(): Rush {
  let quiet: NodeJS.Timeout | undefined
  let end: () => void = () => undefined
  const over = new Promise<void>(done => {
    end = done
  })
  return {
    over,
    begin() {
      const finish = () => {
        clearTimeout(quiet)
        clearTimeout(longest)
        quiet = undefined
        end()
      }
      const longest = setTimeout(finish, longestMs).unref()
      quiet = setTimeout(finish, quietMs).unref()
    },
    came: () => void quiet?.refresh(),
  }
}
