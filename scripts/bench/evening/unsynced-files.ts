/**
 * The disk without its waiting: what an O_DSYNC write costs the kernel is the same in every house, and more than all that the
 * hub does for a command. With it nobody would see the house grow.
 */
import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { DurableFile, Files } from '../../../hub/ports.ts'
import { createNodeFiles } from '../../../hub/system/files.ts'

export const createUnsyncedFiles = (): Files => ({ ...createNodeFiles(), openDurable: openUnsynced })

function openUnsynced(path: string): DurableFile {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  return {
    size: () => fstatSync(file).size,
    writeDurably: (bytes, offset) => void writeSync(file, bytes, 0, bytes.length, offset),
    truncate: size => ftruncateSync(file, size),
    close: () => closeSync(file),
  }
}
