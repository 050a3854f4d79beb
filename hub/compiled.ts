/**
 * A program in one file, with what V8 made of it: compiling took a third of each start. What was made of another program, or
 * by a Node of another version or with other flags, is left aside, and the program is compiled as ever.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { constants, Script } from 'node:vm'

const compiledOf = (program: string): string => `${program}.compiled`
const hashBytes = 32

/** What the CommonJS file at this absolute path exports. */
export function loadCompiled(program: string): unknown {
  const source = readFileSync(program)
  const kept = readIfThere(compiledOf(program))
  // V8 itself looks at no more of the source than its length.
  const fits = kept?.subarray(0, hashBytes).equals(hashOf(source))
  return run(scriptOf(program, source, fits ? kept?.subarray(hashBytes) : undefined), program)
}

/** To be called when it was built: keeps what V8 makes of the program and of all that it runs before it is asked for anything. */
export function keepCompiled(program: string): void {
  const source = readFileSync(program)
  const script = scriptOf(program, source)
  run(script, program)
  writeFileSync(compiledOf(program), Buffer.concat([hashOf(source), script.createCachedData()]))
}

function scriptOf(filename: string, source: Buffer, cachedData?: Buffer): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  })
}

function run(script: Script, filename: string): unknown {
  const module: { exports: unknown } = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename))
  return module.exports
}

const hashOf = (source: Buffer): Buffer => createHash('sha256').update(source).digest()

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Built without it, or copied without it: slower, and nothing else.
    return undefined
  }
}
