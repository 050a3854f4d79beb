/** From a file to a catalogue that can be taken: read in a thread, told to who chose it, and loaded beside the one that is sung. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { QueryOf } from '../../shared/protocol/queries.ts'
import type { SongPlan, SongsImportAnswer } from '../../shared/protocol/song-import.ts'
import type { Facts } from '../domain/decision.ts'
import type { Directory } from '../worker/directory.ts'
import type { Uploads } from './uploads.ts'

export interface Imports {
  /** Undefined: there is no such file any more. */
  tell(query: QueryOf<'PlanSongs'>): SongsImportAnswer | undefined
  /** What is to be taken, once it can be. */
  planned(catalogue: string): Promise<Facts['songs']>
  /** From here on it is the house's. */
  taken(catalogue: string): Promise<void>
}

interface Reading {
  readonly key: string
  readonly upload: Id
  readonly file: string
  readonly catalogue: string
  readonly basedOn: string
  plan?: SongPlan
  failed?: true
  ready: boolean
  prepared?: Promise<void>
}

export interface ImportsDeps {
  readonly directory: Pick<Directory, 'readSongFile' | 'prepareSongs' | 'takeSongs'>
  readonly uploads: Uploads
  /** The document of what is sung. */
  readonly sung: () => string
  readonly now: () => number
  /** Removes what earlier files were read into and nobody took. */
  readonly tidy: () => void
  readonly failed: (error: unknown) => void
}

export function createImports(deps: ImportsDeps): Imports {
  const { directory, uploads } = deps
  /** One at a time: two catalogues beside the one that is sung would be a memory too many. */
  let reading: Reading | undefined

  function begin(query: QueryOf<'PlanSongs'>, key: string, bytes: Uint8Array<ArrayBuffer>): Reading {
    deps.tidy()
    const catalogue = `songs/c${deps.now().toString(36)}`
    const begun: Reading = {
      key,
      upload: query.upload,
      file: query.file,
      catalogue,
      basedOn: deps.sung(),
      ready: false,
    }
    reading = begun
    directory
      .readSongFile({ bytes, present: begun.basedOn, into: catalogue, absent: query.absent })
      .then(plan => {
        begun.plan = plan
        if (plan.problem !== undefined || reading !== begun) return undefined
        begun.prepared = directory.prepareSongs(catalogue)
        return begun.prepared.then(() => {
          begun.ready = true
        })
      })
      .catch((error: unknown) => {
        begun.failed = true
        deps.failed(error)
      })
    return begun
  }

  return {
    tell(query) {
      const key = `${query.upload} ${query.absent} ${deps.sung()}`
      if (reading?.key !== key || reading.failed) {
        const bytes = uploads.bytes(query.upload)
        if (!bytes || reading?.failed) {
          reading = undefined
          return undefined
        }
        begin(query, key, bytes)
      }
      const { plan, catalogue, ready } = reading ?? {}
      if (!plan) return { state: 'reading' }
      return { state: 'told', plan, ready: ready === true, ...(catalogue !== undefined && { catalogue }) }
    },
    async planned(catalogue) {
      const one = reading
      if (one?.catalogue !== catalogue || !one.plan || !one.prepared) return undefined
      await one.prepared
      const { songs, added, changed, faulty, absent, encoding = 'utf-8' } = one.plan
      const kept = songs - (one.plan.rows - faulty)
      const { file, basedOn } = one
      return { catalogue, basedOn, file, encoding, songs, added, changed, faulty, dropped: absent - kept }
    },
    async taken(catalogue) {
      const done = reading?.catalogue === catalogue ? reading : undefined
      if (done) {
        uploads.drop(done.upload)
        reading = undefined
      }
      await directory.takeSongs(catalogue)
      deps.tidy()
    },
  }
}
