/** Runs other programs, and takes them along when this one is told to stop. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
/** While a program was handed over to, it decides when to end. @type {boolean} */
let handedOver = false

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to all of us at once; twice would look like a second, impatient one.
    const heardAlready = signal === 'SIGINT' && process.stdin.isTTY === true
    if (!heardAlready) for (const child of children) child.kill(signal)
    if (!handedOver) process.exit(128 + constants.signals[signal])
  })
}

/**
 * @typedef {object} Ended
 * @property {number} code 0 is well
 * @property {string} output both streams in the order they came; empty when `show` was set
 */

/**
 * Runs `node args…` to its end.
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean, onText?: (text: string) => void }} how
 *   `show` lets it write to the terminal itself
 * @returns {Promise<Ended>}
 */
export function runNode(args, how) {
  return run(process.execPath, args, how)
}

/**
 * Runs any program to its end; one that cannot be started ends with 127.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, onText?: (text: string) => void }} how
 * @returns {Promise<Ended>}
 */
export function run(program, args, { cwd, env, show = false, shell = false, onText }) {
  const child = spawn(program, args, {
    cwd,
    shell,
    env: { ...process.env, ...colour(), ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      onText?.(text)
    })
  }
  return new Promise(resolve => {
    child.on('error', error => {
      children.delete(child)
      resolve({ code: 127, output: `${output}${error.message}\n` })
    })
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve({ code: exitCode(code, signal), output })
    })
  })
}

/** Gives the terminal to a built program until it ends; answers its exit code. */
export async function handOver(/** @type {string} */ file, /** @type {string[]} */ args) {
  if (!existsSync(file)) {
    console.error(`  ${file} 没有编译出来 was not built`)
    return 1
  }
  handedOver = true
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { stdio: 'inherit' })
  children.add(child)
  return new Promise(resolve => child.on('close', (code, signal) => resolve(exitCode(code, signal))))
}

/** What is caught and shown later is coloured as if it had been written to the terminal itself. */
function colour() {
  return process.stdout.isTTY && !process.env.NO_COLOR
    ? { FORCE_COLOR: '1' }
    : { NO_COLOR: '1', FORCE_COLOR: undefined }
}

function exitCode(/** @type {number | null} */ code, /** @type {NodeJS.Signals | null} */ signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}
