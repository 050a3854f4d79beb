/** `npm run doctor`: whether this machine and this house are fit for the evening, and what to do where they are not. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { look } from './doctor/look.ts'
import { help, printed, verdict } from './doctor/words.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    data: { type: 'string', default: process.env.DATA_DIR ?? 'data' },
  },
})

if (values.help) console.log(help)
else {
  const findings = await look(resolve(values.data), fileURLToPath(new URL('../web', import.meta.url)), process.env)
  console.log([...findings.flatMap(printed), verdict(findings)].join('\n'))
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1
}
