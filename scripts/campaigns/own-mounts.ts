/**
 * Mounts of its own: nobody else on the machine sees the disks of a campaign, so nobody holds one. A program that is given a
 * network of its own, for one, takes along whatever is mounted then, and an image that is mounted there still cannot be
 * put right here. They end with the last process that has them. Linux and root only.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { messageOf } from '../lib/message-of.ts'
import { handOverTo, whyNotHere } from './programs.ts'

const run = promisify(execFile)
const apart = ['--mount', '--propagation', 'private']

/** Why it cannot be done on this machine, in words; undefined when it can. */
export async function whyNoOwnMounts(): Promise<string | undefined> {
  const why = whyNotHere('powercut', ['unshare'], 'util-linux')
  if (why !== undefined) return why
  try {
    await run('unshare', [...apart, 'true'])
    return undefined
  } catch (error) {
    return `这里不能另开挂载 no mounts of its own here: ${messageOf(error)}`
  }
}

/** Gives the terminal to a program that has them; answers its exit code. */
export const withOwnMounts = (program: string, args: readonly string[]): Promise<number> =>
  handOverTo('unshare', [...apart, program, ...args])
