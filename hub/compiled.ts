/**
 * A program in one file, with what V8 made of it: compiling took a third of each start. What was made of another program, by
 * another Node or with other flags, or is not what was written, is left aside, and the program is compiled as ever.
 */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { constants, Script } from 'node:vm'

const compiledOf = (program: string): string => `${program}.compiled`
const hashBytes = 32

/** What the CommonJS file at this absolute path exports; `asKept`: nothing had to be compiled for it. */
export function loadCompiled(program: string): { readonly exports: unknown; readonly asKept: boolean } {
  const source = readFileSync(program)
  const kept = soundIn(readIfThere(compiledOf(program)), source)
  const script = scriptOf(program, source, kept)
  return { exports: run(script, program), asKept: kept !== undefined && script.cachedDataRejected !== true }
}

/** To be called when it was built: keeps what V8 makes of the program and of all that it runs before it is asked for anything. */
export function keepCompiled(program: string): void {
  const source = readFileSync(program)
  const script = scriptOf(program, source)
  run(script, program)
  const compiled = script.createCachedData()
  const beside = `${compiledOf(program)}.tmp`
  const file = openSync(beside, 'w')
  try {
    writeFileSync(file, Buffer.concat([sealOf(source), hashOf(compiled), compiled]))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, compiledOf(program))
}

/** V8 itself looks at the length of the source and of what was kept, and would run whatever else a power cut left there. */
function soundIn(kept: Buffer | undefined, source: Buffer): Buffer | undefined {
  if (!kept?.subarray(0, hashBytes).equals(sealOf(source))) return undefined
  const compiled = kept.subarray(2 * hashBytes)
  return kept.subarray(hashBytes, 2 * hashBytes).equals(hashOf(compiled)) ? compiled : undefined
}

function scriptOf(filename: string, source: Buffer, cachedData?: Buffer): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`, {
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

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** Of this program for this Node, with the flags it was started with. */
const sealOf = (source: Buffer): Buffer =>
  createHash('sha256').update(`${process.version} ${process.arch} ${cachedDataVersionTag()}\n`).update(source).digest()

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Built without it, or copied without it: slower, and nothing else.
    return undefined
  }
}
