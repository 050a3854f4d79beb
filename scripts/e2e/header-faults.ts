/** Every page and every file of the build is asked for; what its headers lack, by path. */
import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const web = join(import.meta.dirname, '../../dist/web')

const types: Readonly<Record<string, RegExp>> = {
  '.js': /^text\/javascript\b/,
  '.css': /^text\/css\b/,
  '.woff2': /^font\/woff2$/,
  '.wasm': /^application\/wasm$/,
}

/** Of the demo, whose wall may show the other surfaces in frames. */
const wanted: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none';script-src 'self'[^;]*;style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self'[^;]*;media-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'self';object-src 'none';require-trusted-types-for 'script';trusted-types changming/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^sameorigin$/i,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-resource-policy': /^same-origin$/,
}

export async function headerFaults(origin: string): Promise<readonly string[]> {
  const files = readdirSync(join(web, 'assets')).filter(name => extname(name) !== '.gz')
  const pages = ['kiosk', 'panel', 'console', 'wall', 'phone', 'p', 'panel-worker.js', 'healthz', 'nothing-here']
  const faults: string[] = []
  for (const path of [...pages, ...files.map(name => `assets/${name}`)]) {
    // What is kept compressed beside itself comes by another way.
    for (const encoding of /\.(js|css)$/.test(path) ? ['identity', 'gzip'] : ['identity']) {
      const { status, headers } = await fetch(`${origin}/${path}`, {
        method: 'HEAD',
        headers: { 'accept-encoding': encoding },
      })
      if (status !== (path === 'nothing-here' ? 404 : 200)) faults.push(`${path}: ${status}`)
      const asked = { ...wanted, 'content-type': types[extname(path)] ?? /./ }
      for (const [name, value] of Object.entries(asked)) {
        if (!value.test(headers.get(name) ?? '')) faults.push(`${path} (${encoding}): ${name}: ${headers.get(name)}`)
      }
      if (headers.has('x-powered-by') || headers.has('server')) faults.push(`${path}: says what it runs on`)
    }
  }
  return faults
}
