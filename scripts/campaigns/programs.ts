/** Programs of the system that a campaign needs, and how it runs them. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { atTheLatest } from '../lib/at-the-latest.ts'

export const isInstalled = (program: string): boolean =>
  `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`.split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** Why this machine cannot run it, in words; undefined: it is Linux, root asks, and the programs are there. `packages`: Debian's. */
export function whyNotHere(campaign: string, programs: readonly string[], packages: string): string | undefined {
  if (process.platform !== 'linux') return '只在 Linux 上 on Linux only'
  if (process.getuid?.() !== 0) return `要 root：sudo npm run ${campaign} root is needed`
  const missing = programs.filter(program => !isInstalled(program))
  return missing.length === 0
    ? undefined
    : `缺程序 missing programs: ${missing.join(', ')} (apt-get install ${packages})`
}

/** Gives a program the terminal until it ends, and takes it along when this one is told to stop; answers its exit code. */
export function handOverTo(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' })
  const ended = atTheLatest(() => void child.kill('SIGTERM'))
  return new Promise<number>((done, failed) => {
    child.once('error', failed)
    child.once('exit', code => {
      ended()
      done(code ?? 1)
    })
  })
}
