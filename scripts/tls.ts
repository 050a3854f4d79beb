/** `npm run tls`: the certificates of a hub on the venue's network: see them, renew them, bring one's own. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Files } from '../hub/ports.ts'
import { createNodeFiles } from '../hub/system/files.ts'
import { ensureCertificates } from '../hub/tls/certificates.ts'
import { wordsFor } from './lib/disk-words.ts'
import { beHere, bringOwn, dropOwn, readOptions, saveNames, type TlsOptions } from './tls/options.ts'
import { help, noVenue, standing } from './tls/words.ts'

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) console.log(help)
  else await run(createNodeFiles(), options)
} catch (error) {
  console.error(`\n  ${wordsFor(error)}\n`)
  process.exitCode = 1
}

async function run(files: Files, options: TlsOptions): Promise<void> {
  const folder = resolve(options.data)
  // A data folder that holds nothing else would not be taken for a new one any more.
  if (!(await files.read(join(folder, 'venue.json')))) throw new Error(noVenue(options.data))
  await beHere(options.host)
  const now = Date.now()
  if (options.own) {
    const [certificate, key] = await Promise.all([
      readFile(options.own.certificate, 'utf8'),
      readFile(options.own.key, 'utf8'),
    ])
    await bringOwn(files, folder, { certificate, key }, now)
  }
  if (options.dropOwn) await dropOwn(files, folder)
  const newNames = options.names !== undefined && (await saveNames(files, folder, options.names))
  const certificates = await ensureCertificates({
    files,
    folder,
    now,
    address: options.host,
    // A name that the authority was not made for needs another one: that is what was asked for.
    anew: options.newAuthority || newNames,
    renew: options.renew,
  })
  console.log(standing(certificates, options.host))
}
