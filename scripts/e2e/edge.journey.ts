import { expect, type Page } from 'playwright/test'
import * as v from 'valibot'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import { playDesk } from './desk.ts'
import { evening } from './evening.ts'
import { type House, test } from './house.ts'
import { press } from './pages/lobby.ts'
import { comeIn } from './pages/panel.ts'

const Health = v.object({ status: v.string(), seq: v.number() })
const health = async ({ origin }: House) => v.parse(Health, await (await fetch(`${origin}/healthz`)).json())

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

/** What no app of ours would send, for this visit. `__proto__` as an own key, as a parser of JSON makes it. */
const junk = (visit: string): readonly unknown[] => [
  null,
  7,
  'PlaceOrder',
  [],
  nested(500),
  {},
  { tappedAt: evening },
  { visit, tappedAt: 'now', command: { type: 'CallService', service: 'ice' } },
  { visit, tappedAt: evening, command: { type: 'CallService', service: 'constructor' } },
  { visit, tappedAt: evening, command: { type: '__proto__' } },
  { visit, tappedAt: evening, command: { type: 'CallService', service: 'ice', more: 1 } },
  {
    visit,
    tappedAt: evening,
    command: { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'coke', qty: 1e9 }], seen: 0 },
  },
  { visit, tappedAt: evening, command: { type: 'AddSong', song: '../../etc/passwd' } },
  JSON.parse(
    `{"visit":"${visit}","tappedAt":${evening},"__proto__":{"sure":true},"command":{"type":"CallService","service":"ice"}}`,
  ),
  JSON.parse(
    `{"visit":"${visit}","tappedAt":${evening},"command":{"type":"CallService","service":"ice","__proto__":{"x":1}}}`,
  ),
  JSON.parse(
    `{"visit":"${visit}","tappedAt":${evening},"constructor":{"prototype":{"x":1}},"command":{"type":"CallService","service":"ice"}}`,
  ),
]

/** What is no frame of socket.io, or none that a stranger may send. */
const bytes = [
  '42["command"',
  '4',
  `40{"protocol":${PROTOCOL},"device":"__proto__"}`,
  '451-["command",{"_placeholder":true}]',
  '\u0000',
  '9',
  'binary',
]

const ask = (client: DeviceClient, name: 'command' | 'query', payload: unknown): Promise<unknown> =>
  // Both are `unknown` on the wire.
  client.socket.timeout(10_000).emitWithAck(name, payload)

const panelOf = ({ origin, keys }: House) =>
  connectDevice({ origin, device: 'd1-panelv06', token: keys.tokens['d1-panelv06'] ?? '' })

const speaking = (version: number) => `"protocol":${version}`

test('whatever a tablet’s socket sends, the hub refuses it and goes on', async ({ house, browser }) => {
  const pid = house.pid()
  const desk = await playDesk(house)
  const visit = await desk.open('v06')
  // Songs end and clocks strike in other rooms meanwhile: what counts is that nothing happened to this one.
  const heard: string[] = []
  desk.client.onFeed(({ lines }) => heard.push(...lines.flatMap(({ event, room }) => (room === 'v06' ? event : []))))

  await test.step('malformed and with names of prototypes: refused, each', async () => {
    for (const payload of junk(visit)) {
      const panel = await panelOf(house)
      for (const name of ['command', 'query'] as const)
        expect(await ask(panel, name, payload), JSON.stringify(payload).slice(0, 80)).toMatchObject({ ok: false })
      panel.close()
    }
  })

  await test.step('oversized: cut off, nobody else', async () => {
    const panel = await panelOf(house)
    const cut = new Promise(done => panel.socket.once('disconnect', done))
    panel.socket.emit('command', { tappedAt: evening, command: 'x'.repeat(64 * 1024) }, () => undefined)
    await cut
    panel.close()
  })

  await test.step('bytes that are no protocol at all', async () => {
    const page = await house.open('d1-bar')
    // Nobody closes it here: the hub does, each, or this waits in vain.
    const ended = await page.evaluate(
      texts =>
        Promise.all(
          texts.map(
            text =>
              new Promise<string>(done => {
                const socket = new WebSocket(`ws://${location.host}/socket.io/?EIO=4&transport=websocket`)
                let opened = false
                socket.onclose = () => done(opened ? text : `${text} was not let in`)
                socket.onopen = () => {
                  opened = true
                  if (text === 'binary') socket.send(new Uint8Array([0, 255, 1]))
                  else socket.send(text)
                }
              }),
          ),
        ),
      bytes,
    )
    expect(ended).toEqual(bytes)
  })

  await test.step('no fact came of it, and the next honest tap is the first', async () => {
    const before = await health(house)
    expect(before.status).toBe('ok')
    const panel = await panelOf(house)
    const answer = await panel.command({ type: 'CallService', service: 'ice' }, { visit, tappedAt: evening })
    expect(answer).toMatchObject({ ok: true })
    panel.close()
    // Told in order: whatever came of the junk would stand before it.
    await expect.poll(() => heard).toEqual(['ServiceCalled'])
    expect((await health(house)).seq).toBeGreaterThan(before.seq)
    expect(house.pid()).toBe(pid)
  })

  await test.step('a page from before an update starts anew, once, and is today’s', async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
    let loads = 0
    context.on('request', request => {
      if (request.isNavigationRequest()) loads += 1
    })
    await context.routeWebSocket(/socket\.io/, page => {
      const hub = page.connectToServer()
      page.onMessage(said =>
        hub.send(loads === 1 ? String(said).replace(speaking(PROTOCOL), speaking(PROTOCOL - 1)) : said),
      )
    })
    await comeIn(await house.open('d1-panelv06', { context }))
    expect(loads).toBe(2)
  })
})

test('one browser, several surfaces: none disturbs another; a second tab takes over politely', async ({ house }) => {
  const desk = await playDesk(house)
  await desk.open('v06')
  const kiosk = await house.open('d1-kiosk')
  const context = kiosk.context()
  const panel = await house.open('d1-panelv06', { context })
  const other = await house.open('d1-panelv07', { context })
  const bar = await house.open('d1-bar', { context })
  await comeIn(panel)

  const stay = async (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible()
  await test.step('each is itself', async () => {
    await stay(kiosk, '请碰一下会员卡')
    await stay(panel, '已连接')
    await stay(other, 'V07')
    await stay(bar, '吧台站')
    await expect(other.getByRole('navigation', { name: '页面' })).toHaveCount(0)
  })

  await test.step('a language chosen on one is that one’s', async () => {
    await panel.getByRole('button', { name: '语言 English' }).click()
    await panel.getByRole('dialog').getByRole('button', { name: 'English' }).click()
    await stay(panel, 'Drinks')
    await other.reload()
    await stay(kiosk, '请碰一下会员卡')
    await stay(bar, '吧台站')
    await expect(other.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  })

  await test.step('the same panel in a second tab: the first says so, and takes it back with one tap', async () => {
    const second = await house.open('d1-panelv06', { context })
    await expect(second.getByRole('navigation').first()).toBeVisible()
    await panel.bringToFront()
    // This screen drifts against burn-in, as the lobby's does.
    await press(panel.getByRole('button', { name: /再试一次|Try again/ }))
    await expect(panel.getByRole('navigation').first()).toBeVisible()
    await expect(second.getByRole('button', { name: /再试一次|Try again/ })).toBeVisible()
    await stay(kiosk, '请碰一下会员卡')
  })
})
