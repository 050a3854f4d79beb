/** How many sockets of strangers there may be: a flood from one laptop must not keep a guest's phone out, nor fill the hub. */

export interface Admission {
  /** Takes a place; the answer gives it back (calling it again does nothing). Undefined: there is none. */
  admit(address: string): (() => void) | undefined
}

export function createAdmission(limits: { perAddress: number; inAll: number }): Admission {
  const byAddress = new Map<string, number>()
  let inAll = 0
  return {
    admit(address) {
      const here = byAddress.get(address) ?? 0
      if (here >= limits.perAddress || inAll >= limits.inAll) return undefined
      byAddress.set(address, here + 1)
      inAll += 1
      let inside = true
      return () => {
        if (!inside) return
        inside = false
        inAll -= 1
        const left = (byAddress.get(address) ?? 1) - 1
        if (left > 0) byAddress.set(address, left)
        else byAddress.delete(address)
      }
    },
  }
}
