/** Where the hub is to listen: the address, the port, and the certificate it shows there. */
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import * as v from 'valibot'
import { type Bound, type Listening, listeningOf, WrongSetting } from '../../hub/operations/listening.ts'
import { anotherPort } from '../../hub/operations/say-why-not.ts'
import type { Holder } from '../../hub/system/lock.ts'
import { bad, type Finding, good, warn } from './finding.ts'

export type PortFound = 'free' | 'ours' | 'taken' | 'forbidden' | 'no-such-address'

/** `holder`: the hub that runs on this house. Where it has not written down where, it is looked for where `env` says. */
export async function lookAtNetwork(holder: Holder | undefined, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  let listening: Listening & Bound
  try {
    listening = holder?.listening ?? listeningOf(env)
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error
    return [bad('端口 port', `${error.said} 写错了 is written wrong`, 'PORT=8080')]
  }
  const { host, port } = listening
  const addresses = ownAddresses()
  const answers = await lookAtPort(host, port, listening.to === 'lan')
  // Another house's hub is in the way like a stranger's program.
  const found = answers === 'ours' && !holder ? 'taken' : answers
  return [
    judgeListening(listening, addresses),
    judgePort('端口 port', port, host, found, addresses),
    ...(listening.to === 'lan' && found !== 'no-such-address' ? [await lookAtGuestPort(listening.guestPort)] : []),
  ]

  async function lookAtGuestPort(guestPort: number): Promise<Finding> {
    const foundThere = await lookAtPort(host, guestPort, false)
    // It tells guests nothing of the hub's health, so a hub that is known to run is taken at its word.
    const ours = holder?.listening && foundThere === 'taken' ? 'ours' : foundThere
    return judgePort('客人端口 guests’ port', guestPort, host, ours, addresses, 'HTTP_PORT')
  }
}

export async function lookAtPort(host: string, port: number, secure: boolean): Promise<PortFound> {
  const refused = await tryListening(host, port)
  if (refused === undefined) return 'free'
  if (refused === 'EACCES') return 'forbidden'
  if (refused !== 'EADDRINUSE') return 'no-such-address'
  return (await isHub(host, port, secure)) ? 'ours' : 'taken'
}

export function judgePort(
  what: string,
  port: number,
  host: string,
  found: PortFound,
  addresses: readonly string[],
  setting = 'PORT',
): Finding {
  switch (found) {
    case 'free':
      return good(what, `${port} 空着 free`)
    case 'ours':
      return good(what, `${port} 中枢开着 the hub is running`)
    case 'taken':
      return bad(what, `${port} 别的程序占着 taken by another program`, `${setting}=${anotherPort(port)} npm start`)
    case 'forbidden':
      return bad(
        what,
        `${port} 没有权限 not allowed`,
        `${setting}=${setting === 'PORT' ? 8080 : 8081} npm start（1024 以上 above 1024）`,
      )
    case 'no-such-address':
      return bad(
        '地址 address',
        `这台电脑没有 this machine has no ${host}`,
        addresses.length === 0
          ? '插上网线 plug in the network'
          : addresses.map(address => `HOST=${address} npm start`).join('\n'),
      )
  }
}

/** IPv4 addresses by which others reach this machine. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap(each =>
    (each ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  )

/** Of what is plainly so: who can reach a hub that is started like this. */
export function judgeListening(listening: Listening & Bound, addresses: readonly string[]): Finding {
  switch (listening.to) {
    case 'loopback':
      return warn(
        '网络 network',
        `只在这台电脑上 this machine only (${listening.host})`,
        addresses
          .map(address => `HOST=${address} npm start   平板和手机才连得上 lets tablets and phones in`)
          .join('\n') || '插上网线 plug in the network',
      )
    case 'lan':
      // It listens all the same, and comes to be reached with the cable.
      if (listening.host === '0.0.0.0' && addresses.length === 0)
        return bad('网络 network', '没有网 not on any network', '插上网线 plug in the network')
      return good('网络 network', `${listening.host}，HTTPS`)
    case 'lan-unencrypted':
      return warn(
        '网络 network',
        `${listening.host}，没有加密 unencrypted (TLS=off)`,
        '客人连得上这个网就不行 not on a network that a guest can join',
      )
  }
}

async function tryListening(host: string, port: number): Promise<string | undefined> {
  const server = createServer()
  const refused = await new Promise<string | undefined>(resolve => {
    server.once('error', error => resolve('code' in error ? String(error.code) : String(error)))
    server.listen(port, host, () => resolve(undefined))
  })
  if (refused === undefined) await new Promise(closed => server.close(closed))
  return refused
}

const Health = v.object({ status: v.string(), seq: v.number(), version: v.string() })

/** Over HTTPS by a certificate of its own nobody is asked who it is: only what answers there. */
async function isHub(host: string, port: number, secure: boolean): Promise<boolean> {
  const { request } = secure ? await import('node:https') : await import('node:http')
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const body = await new Promise<string>(resolve => {
    const asked = request({ host: name, port, path: '/healthz', rejectUnauthorized: false, timeout: 3000 }, answer => {
      let said = ''
      answer.setEncoding('utf8').on('data', chunk => {
        said += chunk
      })
      answer.on('end', () => resolve(said))
    })
    // Whatever it was, it did not say that it is the hub.
    asked.on('error', () => resolve(''))
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.end()
  })
  return v.safeParse(v.pipe(v.string(), v.parseJson(), Health), body).success
}
