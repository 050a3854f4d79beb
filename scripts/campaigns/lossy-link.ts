/**
 * A link between the hub and its devices that loses packets, and goes down without a word: in a network of its own on this
 * machine (a namespace), whose filter drops what it is told. Linux and root only.
 */
import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { atTheLatest } from '../lib/at-the-latest.ts'
import { messageOf } from '../lib/message-of.ts'
import { handOverTo, whyNotHere } from './programs.ts'

export interface LossyLink {
  /** Of a hundred packets to or from the hub, either way, so many are lost; or only of what the hub says. */
  lose(percent: number, which?: 'all' | 'answers'): Promise<void>
  /** How many were lost so far. */
  lost(): Promise<number>
}

const run = promisify(execFile)

/** Why it cannot be done on this machine, in words; undefined when it can. */
export async function whyNoLossyLink(): Promise<string | undefined> {
  const why = whyNotHere('loss', ['ip', 'nft'], 'iproute2 nftables')
  if (why !== undefined) return why
  try {
    await inNetworkOfItsOwn('true', [])
    return undefined
  } catch (error) {
    return `这里不能另开网络 no network namespaces here: ${messageOf(error)}`
  }
}

/** Runs a program where nothing but its own loopback is; answers its exit code. */
export async function inNetworkOfItsOwn(program: string, args: readonly string[]): Promise<number> {
  const name = `changming-${process.pid}`
  await run('ip', ['netns', 'add', name])
  const remove = atTheLatest(() => void execFileSync('ip', ['netns', 'del', name]))
  try {
    await run('ip', ['netns', 'exec', name, 'ip', 'link', 'set', 'lo', 'up'])
    return await handOverTo('ip', ['netns', 'exec', name, program, ...args])
  } finally {
    remove()
  }
}

/** Inside such a network. */
export async function createLossyLink(port: number): Promise<LossyLink> {
  await nft(
    'add table inet loss; add counter inet loss lost; add chain inet loss in { type filter hook input priority 0; }',
  )
  return {
    async lose(percent, which = 'all') {
      const some = percent < 100 ? `numgen random mod 100 < ${percent}` : ''
      const rule = (side: string) => `add rule inet loss in tcp ${side} ${port} ${some} counter name lost drop`
      const sides = which === 'answers' ? ['sport'] : ['dport', 'sport']
      await nft(['flush chain inet loss in', ...(percent > 0 ? sides.map(rule) : [])].join('; '))
    },
    async lost() {
      const { stdout } = await run('nft', ['list', 'counter', 'inet', 'loss', 'lost'])
      return Number(/packets (\d+)/.exec(stdout)?.[1] ?? 0)
    },
  }
}

const nft = (commands: string) => run('nft', [commands])
