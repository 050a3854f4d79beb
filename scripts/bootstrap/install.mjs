/** Installs the packages that the lock file names, if they are not all there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, runNode } from './run.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, os?: string[], cpu?: string[] }>} Packages */

/** Answers whether everything is there; says why not. */
export async function installWhatIsMissing(
  /** @type {string} */ root,
  /** @type {import('./screen.mjs').Screen} */ screen,
) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const readInstalled = () => readPackages(join(root, 'node_modules/.package-lock.json'))
  if (isInstalled(wanted, readInstalled())) return true

  const step = screen.step('安装 install', '…')
  const total = Object.values(wanted).filter(isForThisMachine).length - 1
  let fetched = 0
  const { code, output } = await npm(
    // No install scripts: nothing here needs one, and npm 10 would try to compile what is shipped ready.
    ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=http'],
    root,
    text => {
      fetched += text.match(/\.tgz /g)?.length ?? 0
      if (fetched > 0) step.progress(`${Math.min(fetched, total)} / ${total} packages`)
    },
  )
  if (code === 0) {
    step.done(`${Object.keys(readInstalled()).length} packages`)
    return true
  }
  step.fail('')
  screen.say(wordsFor(output))
  return false
}

/** Whether what npm says it installed is what the lock file wants; packages for other machines may be missing. */
export function isInstalled(/** @type {Packages} */ wanted, /** @type {Packages} */ installed) {
  return (
    Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === '') return true
      const there = installed[path]
      return there ? there.version === version : optional === true
    }) && Object.keys(installed).length > 0
  )
}

/** npm writes the second file only when an installation has succeeded, so a broken one is seen. @returns {Packages} */
function readPackages(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

function isForThisMachine(/** @type {Packages[string]} */ { os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
}

function npm(/** @type {string[]} */ args, /** @type {string} */ cwd, /** @type {(text: string) => void} */ onText) {
  const npmItself = process.env.npm_execpath
  if (npmItself && /npm-cli\.[cm]?js$/.test(npmItself)) return runNode([npmItself, ...args], { cwd, onText })
  return run('npm', args, { cwd, onText, shell: process.platform === 'win32' })
}

/** What to do, after npm's own words without its chatter. */
export function wordsFor(/** @type {string} */ output) {
  const said = output
    .split('\n')
    .filter(line => !/^npm (http|warn|notice)|^npm error ( {4}at |\[)|complete log/.test(line) && line.trim() !== '')
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)
  const full = /ENOSPC/.test(output)
  const advice = offline ? wordsOffline : full ? wordsFull : wordsElse
  return `${said
    .slice(0, 8)
    .map(line => `    ${line}`)
    .join('\n')}\n${advice}`
}

const wordsOffline = `
  连不上软件源。第一次安装需要网络，以后不需要。在国内可以先换镜像：
  The package registry cannot be reached. The first start needs the internet, later ones do not. A mirror may help:

    npm config set registry https://registry.npmmirror.com
`
const wordsFull = `
  磁盘满了：需要约 500 MB。 The disk is full: about 500 MB are needed.
`
const wordsElse = `
  安装没有成功。删掉 node_modules 再试一次。 The installation failed. Remove node_modules and try again.
`
