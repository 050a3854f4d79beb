/** `npm run reader`: the card and code readers of a kiosk PC, as a device of the hub. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { createReaderLink } from './link.ts'
import { watchReaders } from './readers.ts'

const help = `
  npm run reader -- --link http://localhost:8080/reader/d1-…#link=…
                          配对一次，之后记住 pairs once, then remembered
  npm run reader          用记住的配对 with the pairing it remembers

  --state FILE            配对存在哪 where the pairing is kept (data/reader.json)
`

const Paired = v.strictObject({ origin: v.string(), device: v.string(), token: v.string() })
type Paired = v.InferOutput<typeof Paired>

const { values } = parseArgs({
  options: { link: { type: 'string' }, state: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
const file = resolve(values.state ?? 'data/reader.json')

if (values.help) console.log(help)
else await run(values.link === undefined ? await recall() : await claim(new URL(values.link)))

async function run(paired: Paired | undefined): Promise<void> {
  if (!paired) {
    console.error(help)
    process.exitCode = 2
    return
  }
  const link = createReaderLink({
    ...paired,
    state: (connected, why) => console.log(connected ? '  已连上 connected' : `  断开 not connected: ${why}`),
  })
  try {
    const stop = await watchReaders({
      said: (path, what, detail) => console.log(`  ${what.padEnd(10)} ${path} ${detail}`),
      scanned(scan) {
        void link.send(scan).then(answer => {
          // Neither number nor name: this is a screen in the lobby.
          if (!answer) console.log('  丢失：中枢离线超过 10 秒 lost: the hub was away for 10 s')
          else console.log(answer.ok ? '  已送达 sent' : `  ${answer.refusal.refused}`)
        })
      },
    })
    process.once('SIGINT', () => void stop().then(() => process.exit(0)))
    process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
  } catch (error) {
    console.error(`  读卡器驱动装不上 readers cannot be opened here: ${String(error)}`)
    console.error('  Debian/Ubuntu: apt-get install libudev1 libusb-1.0-0')
    process.exit(2)
  }
}

/** The link's secret is in its fragment and is used up by the claim. */
async function claim(link: URL): Promise<Paired> {
  const device = link.pathname.split('/').at(-1) ?? ''
  const secret = new URLSearchParams(link.hash.slice(1)).get('link') ?? ''
  const response = await fetch(`${link.origin}/pair/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: link.origin },
    body: JSON.stringify({ device, secret }),
  })
  const [, token] = /=([\w-]+);/.exec(response.headers.get('set-cookie') ?? '') ?? []
  if (!response.ok || token === undefined) throw new Error(`the link was refused: ${await response.text()}`)
  const paired = { origin: link.origin, device, token }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(paired), { mode: 0o600 })
  return paired
}

async function recall(): Promise<Paired | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  return content === undefined ? undefined : v.parse(v.pipe(v.string(), v.parseJson(), Paired), content)
}
