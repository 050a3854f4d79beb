/** The product's version, from package.json, which lies two folders above whatever the build makes of this. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const about = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')

export const { version } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() })), about)
