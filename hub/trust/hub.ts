/** What the page asks the hub: what there is to trust, and whether this device already does. */
import * as v from 'valibot'

const About = v.object({
  /** Where devices and staff open the hub. */
  secure: v.pipe(v.string(), v.url()),
  /** This page's address before anything is trusted. */
  page: v.pipe(v.string(), v.url()),
  /** Absent: the venue's own certificate, which devices know already. */
  fingerprint: v.exactOptional(v.string()),
  until: v.exactOptional(v.number()),
})
export type About = v.InferOutput<typeof About>

export type Trust = 'checking' | 'trusted' | 'untrusted' | 'unreachable'

export interface Hub {
  /** Undefined: no hub there. */
  about(): Promise<About | undefined>
  check(about: About): Promise<Exclude<Trust, 'checking'>>
}

const patienceMs = 5000

export function createHub(): Hub {
  const about = async () => {
    const found = await answer('/trust/about')
    return v.is(About, found) ? found : undefined
  }
  return {
    about,
    async check({ secure }) {
      if ((await answer(`${secure}/trust/test`)) !== undefined) return 'trusted'
      // The browser does not say why it failed: a hub that answers here is there, and was not believed.
      return (await about()) ? 'untrusted' : 'unreachable'
    },
  }
}

async function answer(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) })
    return await response.json()
  } catch {
    // Not believed, not there, or too slow: all the same to whoever asks.
    return undefined
  }
}
