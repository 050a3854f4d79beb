/** Keeps the certificate good while the hub runs: looked at every few minutes, changed on the open port without a restart. */
import type { EdgeLog } from '../http/edge-log.ts'
import type { Clock, Files } from '../ports.ts'
import { type Certificates, ensureCertificates } from './certificates.ts'

export interface KeptCertificates {
  readonly current: Certificates
  /** Called with each later one, from the next connection on. */
  onChange(use: (certificates: Certificates) => void): void
  stop(): void
}

/** A machine whose address changed is reachable again after at most this long; so is one whose files a person changed. */
const lookEveryMs = 10 * 60_000

/** Throws StoreFailed as {@link ensureCertificates} does; what fails later is logged, and the old certificate stays. */
export async function keepCertificates(deps: {
  files: Files
  folder: string
  clock: Clock
  address: string
  log: EdgeLog
}): Promise<KeptCertificates> {
  const { clock, log } = deps
  const look = () => ensureCertificates({ ...deps, now: clock.now() })
  const listeners: ((certificates: Certificates) => void)[] = []
  let current = await look()
  let cancel: () => void = () => undefined

  const plan = () => {
    cancel = clock.wakeAt(clock.now() + lookEveryMs, () => {
      plan()
      look().then(
        found => {
          const changed = found.certificate !== current.certificate
          current = found
          if (changed) for (const use of listeners) use(found)
        },
        (error: unknown) => log.error({ err: error }, 'the certificate could not be renewed'),
      )
    })
  }
  plan()

  return {
    get current() {
      return current
    },
    onChange: use => void listeners.push(use),
    stop: () => cancel(),
  }
}
