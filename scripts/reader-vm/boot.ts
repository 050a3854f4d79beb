/** Boots the machine, and reads from its serial line what its program says. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import * as v from 'valibot'

const Result = v.object({ name: v.string(), ok: v.boolean(), detail: v.string(), ms: v.number() })
export type Result = v.InferOutput<typeof Result>

/** Software emulation of two processors takes its time; a machine that hangs is none. */
const patienceMs = 10 * 60_000
const logLines = 40

export async function boot(deps: {
  kernel: string
  initramfs: string
  said: (line: string) => void
}): Promise<{ results: readonly Result[]; exit: number | undefined; log: string }> {
  const machine = spawn(
    'qemu-system-x86_64',
    [
      ...['-M', 'q35', '-accel', 'tcg,thread=multi', '-cpu', 'Nehalem', '-smp', '2', '-m', '1024'],
      ...['-kernel', deps.kernel, '-initrd', deps.initramfs],
      ...['-append', 'console=ttyS0 quiet panic=-1'],
      ...['-display', 'none', '-no-reboot', '-nodefaults', '-serial', 'stdio'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const results: Result[] = []
  const log: string[] = []
  let exit: number | undefined
  const timer = setTimeout(() => machine.kill('SIGKILL'), patienceMs)
  const note = (line: string) => {
    log.push(line)
    if (log.length > logLines) log.shift()
  }
  createInterface({ input: machine.stderr }).on('line', note)
  createInterface({ input: machine.stdout }).on('line', line => {
    const [, result] = /RESULT (\{.*\})/.exec(line) ?? []
    const [, code] = /EXIT=(\d+)/.exec(line) ?? []
    if (result !== undefined) {
      const parsed = v.parse(Result, JSON.parse(result))
      results.push(parsed)
      deps.said(`${parsed.ok ? '✓' : '✗'} ${parsed.name}`)
    } else if (code === undefined) note(line)
    else exit = Number(code)
  })
  await new Promise<void>(ended => machine.once('close', () => ended()))
  clearTimeout(timer)
  return { results, exit, log: log.join('\n') }
}
