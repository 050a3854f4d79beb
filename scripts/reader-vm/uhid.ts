/**
 * Readers made of nothing, by the kernel's own `/dev/uhid`: a device that hidraw, udev and node-hid take for a real one.
 * Layouts are those of `struct uhid_event` (linux/uhid.h), packed, little endian.
 */
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import type { Recording } from '../../kiosk/reader/hid-recording.ts'

export interface VirtualDevice {
  /** When the kernel has made it. */
  readonly made: Promise<void>
  send(report: Uint8Array): void
  unplug(): void
}

/** What the kernel tells. */
const event = { start: 2, getReport: 9, setReport: 13 } as const
/** What it is told. */
const ask = { destroy: 1, getReportReply: 10, create2: 11, input2: 12, setReportReply: 14 } as const

const eventBytes = 4380
const nameBytes = 128
const usbBus = 3
const pollMs = 5
const notSupported = 95

export function createVirtualDevice(
  device: Pick<Recording, 'name' | 'descriptor' | 'vendorId' | 'productId'>,
): VirtualDevice {
  const file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK)
  let made: () => void
  const whenMade = new Promise<void>(done => {
    made = done
  })
  writeSync(file, create2(device))

  const poll = () => {
    for (let told = next(file); told; told = next(file)) {
      const type = told.readUInt32LE(0)
      if (type === event.start) made()
      else if (type === event.setReport) writeSync(file, reply(ask.setReportReply, told.readUInt32LE(4), 0))
      else if (type === event.getReport) writeSync(file, reply(ask.getReportReply, told.readUInt32LE(4), notSupported))
    }
  }
  const timer = setInterval(poll, pollMs)

  return {
    made: whenMade,
    send(report) {
      const bytes = Buffer.alloc(6 + report.length)
      bytes.writeUInt32LE(ask.input2, 0)
      bytes.writeUInt16LE(report.length, 4)
      bytes.set(report, 6)
      writeSync(file, bytes)
    },
    unplug() {
      clearInterval(timer)
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32LE(ask.destroy, 0)
      writeSync(file, bytes)
      closeSync(file)
    },
  }
}

function create2({ name, descriptor, vendorId, productId }: Parameters<typeof createVirtualDevice>[0]): Buffer {
  const bytes = Buffer.alloc(280 + descriptor.length)
  bytes.writeUInt32LE(ask.create2, 0)
  bytes.write(name.slice(0, nameBytes - 1), 4, 'latin1')
  bytes.writeUInt16LE(descriptor.length, 260)
  bytes.writeUInt16LE(usbBus, 262)
  bytes.writeUInt32LE(vendorId, 264)
  bytes.writeUInt32LE(productId, 268)
  bytes.set(descriptor, 280)
  return bytes
}

function reply(type: number, id: number, error: number): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(type, 0)
  bytes.writeUInt32LE(id, 4)
  bytes.writeUInt16LE(error, 8)
  return bytes
}

/** Undefined when the kernel has nothing to tell. */
function next(file: number): Buffer | undefined {
  const bytes = Buffer.alloc(eventBytes)
  try {
    return readSync(file, bytes) > 0 ? bytes : undefined
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}
