/** Documents on disk by lowdb, with an adapter of our own: lowdb's own one never syncs. */
import { dirname, join } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import * as v from 'valibot'
import { type Documents, type Files, StoreFailed } from '../ports.ts'

/** Raised when the documents change so that an older hub must not touch them. */
const dataVersion = 1

interface Envelope<T> {
  readonly version: number
  readonly value: T
}

/** One file `<folder>/<name>.json` for each document: `{"version": 1, "value": …}`. */
export function createLowdbDocuments({ files, folder }: { readonly files: Files; readonly folder: string }): Documents {
  const opened = new Map<string, OpenDocument>()
  const pathOf = (name: string) => join(folder, `${name}.json`)
  return {
    async open(name, parse, empty) {
      requireName(name)
      if (opened.has(name)) throw new Error(`document ${name} is open already`)
      const low = new Low(createAdapter(files, pathOf(name), parse), { version: dataVersion, value: empty() })
      const saver = createSaver(() => low.write())
      opened.set(name, saver)
      try {
        await low.read()
      } catch (error) {
        opened.delete(name)
        throw error
      }
      return {
        get value() {
          return low.data.value
        },
        save(value) {
          low.data = { version: dataVersion, value }
          return saver.save()
        },
      }
    },
    async list(under) {
      const names = await files.list(join(folder, under))
      return names.filter(name => name.endsWith('.json')).map(name => `${under}/${name.slice(0, -'.json'.length)}`)
    },
    async remove(name) {
      requireName(name)
      await opened.get(name)?.idle()
      opened.delete(name)
      await files.remove(pathOf(name))
    },
    async close() {
      await Promise.all([...opened.values()].map(({ idle }) => idle()))
      opened.clear()
    },
  }
}

/** Names are parts of paths: nothing that came from outside may lead out of the folder. */
function requireName(name: string) {
  if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(name)) throw new Error(`not a document name: ${name}`)
}

interface OpenDocument {
  save(): Promise<void>
  /** Resolves when no save is under way, whether or not the last one failed: who saved was told. */
  idle(): Promise<void>
}

/** One write at a time; all that is asked meanwhile shares the next. Once a write failed every later one fails like it. */
function createSaver(write: () => Promise<void>): OpenDocument {
  let running = Promise.resolve()
  let next: Promise<void> | undefined
  return {
    save() {
      next ??= running.then(() => {
        next = undefined
        return write()
      })
      running = next
      return next
    },
    idle: () => running.catch(() => undefined),
  }
}

function createAdapter<T>(files: Files, path: string, parse: (raw: unknown) => T): Adapter<Envelope<T>> {
  return {
    async read() {
      const content = await files.read(path)
      return content ? { version: dataVersion, value: parseContent(path, content, parse) } : null
    },
    async write(envelope) {
      const text = JSON.stringify(envelope)
      await files.makeFolder(dirname(path))
      await files.replace(path, text)
    },
  }
}

const envelope = v.object({ version: v.number(), value: v.unknown() })

function parseContent<T>(path: string, content: Buffer, parse: (raw: unknown) => T): T {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), envelope), content.toString('utf8'))
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a document: restore this file from the backup')
  if (parsed.output.version > dataVersion) {
    throw new StoreFailed('newer-version', path, 'written by a newer hub: install that one')
  }
  try {
    return parse(parsed.output.value)
  } catch (error) {
    throw new StoreFailed('unreadable', path, String(error), { cause: error })
  }
}
