declare module 'pino-roll' {
  import type { destination } from 'pino'

  /** As far as it is used here; the package comes without types. `size`: such as `10m`. */
  export default function roll(options: {
    file: string
    extension: string
    frequency: 'daily'
    dateFormat: string
    size: string
    mkdir: boolean
    limit: { count: number; removeOtherLogFiles: boolean }
  }): Promise<ReturnType<typeof destination>>
}
