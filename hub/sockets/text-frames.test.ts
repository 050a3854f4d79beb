import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import { expect, it } from 'vitest'
import { textFrames } from './text-frames.ts'

const frame = {
  seq: 7,
  put: { 'room/12': { name: '王总 “V08”', left: undefined, at: null, taken: [1, undefined] } },
  drop: [],
}
const packets: readonly Packet[] = [
  { type: PacketType.EVENT, nsp: '/', data: ['view', frame] },
  { type: PacketType.EVENT, nsp: '/', id: 0, data: ['renew'] },
  { type: PacketType.EVENT, nsp: '/other', id: 12, data: ['view', frame] },
  { type: PacketType.ACK, nsp: '/', id: 3, data: [{ ok: true, result: {} }] },
  { type: PacketType.CONNECT, nsp: '/', data: { sid: 'abc' } },
  { type: PacketType.CONNECT_ERROR, nsp: '/', data: { message: 'starting', data: { refused: 'starting' } } },
  { type: PacketType.DISCONNECT, nsp: '/' },
]

it.each(packets)('writes a packet of type $type as socket.io itself does', packet => {
  const written = new textFrames.Encoder().encode(packet)
  expect(written).toEqual(new Encoder().encode(packet))
  const read: unknown[] = []
  const decoder = new Decoder()
  decoder.on('decoded', one => read.push(one))
  for (const text of written) decoder.add(text)
  expect(read).toMatchObject([JSON.parse(JSON.stringify(packet))])
})

it('looks at nothing in a frame but what is written of it', () => {
  let looked = 0
  const counted = {
    get name() {
      looked += 1
      return '王总'
    },
  }
  new textFrames.Encoder().encode({ type: PacketType.EVENT, nsp: '/', data: ['view', counted] })
  expect(looked).toBe(1)
})
