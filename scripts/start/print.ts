/** What `npm start` says in the terminal, Chinese and English side by side. */
import { stdout } from 'node:process'
import type { DemoKeys } from '../demo/keys.ts'
import { padded } from '../lib/columns.ts'
import type { Announced } from './announced.ts'

const sentences = {
  seeding: ({ done, of }: { done: number; of: number }) => `  建演示门店 making the demo venue   ${done}/${of}`,
  demoMade: ({ folder }: { folder: string }) => `
  ${folder} 里没有门店，所以建了演示门店；要自己的：npm run venue -- new --data 另一个空文件夹
  there was no house in ${folder}, so a demo was made there; for your own: npm run venue -- new --data ANOTHER-EMPTY-FOLDER`,
  cut: () => '\n  断电了，正在重新开机 … power cut, starting again …',
  restoring: () => '\n  正在恢复备份 … the house is being put back from a backup …',
  crashed: ({ code }: { code: number | string }) =>
    `\n  中枢意外停止（${code}），正在重新开机 … the hub ended (${code}), starting again …`,
  again: ({ seconds }: { seconds: number }) => `  开机了，${seconds} 秒 up again after ${seconds} s
  上面没用过的链接作废了，要新的就 Ctrl-C 再 npm start；配对过的屏幕自己会回来
  links above that were not used yet are void, Ctrl-C and npm start print new ones; paired screens come back by themselves\n`,
  simulationEnded: ({ code }: { code: number | string }) =>
    `  模拟客人停了（${code}）the simulated guests ended (${code})`,
}

export function say<K extends keyof typeof sentences>(what: K, values?: Parameters<(typeof sentences)[K]>[0]): void {
  // The two argument lists are the same type, which the compiler cannot see through the index.
  const sentence = sentences[what] as (given: unknown) => string
  const text = sentence(values)
  if (what === 'seeding' && stdout.isTTY) stdout.write(`\r${text}`)
  else console.log(text)
}

/** Of the demo on this machine the first link is the wall: all surfaces side by side. `power`: where its power button leads. */
export function linkLines(
  announced: Announced & { seconds: number },
  keys: DemoKeys | undefined,
  power: string,
): string[] {
  const { links, origin, wall, trust, seconds } = announced
  const lines = ['', `  唱名 Changming   ${origin}   ${seconds} s`, '']
  if (wall && keys) lines.push('  先看这里 start here', `    ${wallLink(announced, keys, power)}`, '')
  if (trust) lines.push(...trustLines(trust))
  const used =
    wall && keys ? { zh: '上面那一页打开就用掉了它们，', en: 'the page above uses them up, ' } : { zh: '', en: '' }
  lines.push(`  每个屏幕一个链接，打开即配对，只用一次；${used.zh}再开机有新的`)
  lines.push(`  one link a screen, pairs it, works once; ${used.en}each start prints new ones`)
  for (const { name, url, surface } of links)
    lines.push(`    ${padded(name, 22)} ${surface === 'reader' ? `npm run reader -- --link '${url}'` : url}`)
  if (keys) {
    lines.push('', '  演示员工的 PIN PINs of the demo staff')
    for (const { name, role, pin } of keys.pins) lines.push(`    ${padded(name, 12)} ${padded(role, 10)} ${pin}`)
  }
  return [...lines, '', '  Ctrl-C 停机 stops it', '']
}

function trustLines({ page, until, made, fingerprint }: NonNullable<Announced['trust']>): string[] {
  const date = new Date(until).toISOString().slice(0, 10)
  if (fingerprint === undefined) return [`  本店自己的证书，到 ${date} the venue's own certificate, until ${date}`, '']
  return [
    ...(made ? ['  证书做好了 certificates were made'] : []),
    '  设备先信任主机，每台一次 first let each device trust this hub, once',
    `    ${page}`,
    `    CA SHA-256 ${fingerprint}`,
    '',
  ]
}

/** The fragment stays in the browser: no server sees it. */
function wallLink({ origin, links }: Announced, { card, code }: DemoKeys, power: string): string {
  const parts = new URLSearchParams({ power, card, code })
  for (const { surface, device, url } of links) {
    const secret = new URLSearchParams(new URL(url).hash.slice(1)).get('link')
    parts.append(surface, `${device}:${secret}`)
  }
  return `${origin}/wall#${parts.toString()}`
}
