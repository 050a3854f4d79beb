/**
 * What the venue's authority may vouch for, as the X.509 extension that browsers hold it to: the hub's own names and private
 * addresses. Whoever steals its key cannot pretend to be a bank to a tablet that trusts it.
 */
import { isIPv4, isIPv6 } from 'node:net'

export interface HubNames {
  /** In lower case, ASCII. */
  readonly dns: readonly string[]
  readonly addresses: readonly string[]
}

/** Ranges that no provider routes, so that the hub may move within them under the same authority. */
const privateRanges: readonly (readonly [base: readonly number[], bits: number])[] = [
  [[10, 0, 0, 0], 8],
  [[172, 16, 0, 0], 12],
  [[192, 168, 0, 0], 16],
  [[127, 0, 0, 0], 8],
  [[0xfc, ...zeros(15)], 7],
  [[...zeros(15), 1], 128],
]

export const nameConstraintsId = '2.5.29.30'

/** DER of NameConstraints with permitted subtrees only: each of these names, each private range, and these addresses. */
export function nameConstraints({ dns, addresses }: HubNames): Uint8Array {
  const own = addresses.filter(address => !isPrivate(address) && isIPv4(address)).map(bytesOfIPv4)
  const subtrees = [
    ...dns.map(name => tlv(dnsName, Buffer.from(name, 'latin1'))),
    ...privateRanges.map(([base, bits]) => tlv(ipAddress, Buffer.from([...base, ...mask(base.length, bits)]))),
    ...own.map(bytes => tlv(ipAddress, Buffer.from([...bytes, ...mask(bytes.length, 32)]))),
  ]
  return tlv(sequence, tlv(permittedSubtrees, ...subtrees.map(base => tlv(sequence, base))))
}

/** Whether an authority that was made for `permitted` may vouch for this name or address. */
export function permits(permitted: HubNames, name: string): boolean {
  return permitted.dns.includes(name) || isPrivate(name) || (isIPv4(name) && permitted.addresses.includes(name))
}

/** Those of `names` that it may vouch for. */
export function permittedOf(permitted: HubNames, { dns, addresses }: HubNames): HubNames {
  return {
    dns: dns.filter(name => permits(permitted, name)),
    addresses: addresses.filter(address => permits(permitted, address)),
  }
}

export function isPrivate(address: string): boolean {
  if (isIPv6(address)) return address === '::1' || /^f[cd]/i.test(address)
  if (!isIPv4(address)) return false
  const bytes = bytesOfIPv4(address)
  return privateRanges.some(
    ([base, bits]) =>
      base.length === 4 && mask(4, bits).every((part, at) => ((bytes[at] ?? 0) & part) === (base[at] ?? 0)),
  )
}

const sequence = 0x30
const permittedSubtrees = 0xa0
const dnsName = 0x82
const ipAddress = 0x87

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

/** DER wants the shortest form. */
function lengthOf(bytes: number): number[] {
  if (bytes < 0x80) return [bytes]
  return bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff]
}

function mask(bytes: number, bits: number): number[] {
  return Array.from({ length: bytes }, (_, at) => 0xff & ~(0xff >> Math.min(8, Math.max(0, bits - 8 * at))))
}

const bytesOfIPv4 = (address: string): number[] => address.split('.').map(Number)

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0)
}
