import { expect, it } from 'vitest'
import { diskOf } from './machine.ts'

it('finds the disk that a folder lies on', () => {
  const mounts = '/dev/vda / ext4 rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n/dev/sdb /tmp/deep xfs rw 0 0\n'
  expect(diskOf('/home/ktv/data', mounts)).toBe('ext4 on /dev/vda')
  expect(diskOf('/tmp/deep', mounts)).toBe('xfs on /dev/sdb')
  expect(diskOf('/tmp/deeper', mounts)).toBe('tmpfs on tmpfs')
  expect(diskOf('/home', '')).toBe('unknown')
})
