import { expect, it } from 'vitest'
import { ipcPath } from './ipc-path.ts'

it('is a named pipe on Windows, whatever folder the pairing is in', () => {
  const pipe = '\\\\.\\pipe\\changming-d1-player'
  expect(ipcPath('C:\\KTV\\player.json', 'd1-player', 'win32')).toBe(pipe)
})

it('lies beside the pairing elsewhere, or where a socket’s short name has room', () => {
  expect(ipcPath('/srv/ktv/player.json', 'd1-player', 'linux')).toBe('/srv/ktv/mpv-d1-player.sock')
  const deep = `/srv/${'很深的文件夹/'.repeat(6)}player.json`
  expect(Buffer.byteLength(ipcPath(deep, 'd1-player', 'linux'))).toBeLessThanOrEqual(100)
})
