/** Given a hub that cannot start, when it says why, then it says what a person can do, and nothing that frightens them. */

import { describe, expect, it, vi } from 'vitest'
import { StoreFailed } from '../ports.ts'
import { giveBack } from '../system/give-back.ts'
import { WrongSetting } from './listening.ts'
import { isAddressAway, isForeseen, sayWhyNot } from './say-why-not.ts'

const system = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: as the system says it`), { code, ...more })

async function said(error: unknown): Promise<string> {
  const lines: string[] = []
  const written = vi.spyOn(console, 'error').mockImplementation(line => void lines.push(String(line)))
  await sayWhyNot(error, { folder: '/house', host: '192.168.1.20', port: 8080 })
  written.mockRestore()
  return lines.join('\n')
}

describe('what it says', () => {
  it.each([
    [new StoreFailed('unreadable', '/house/staff/s1.json', 'EACCES', { cause: system('EACCES') }), 'chown'],
    [new StoreFailed('write-failed', '/house/lock', 'EPERM', { cause: system('EPERM') }), 'chown'],
    [
      new StoreFailed('write-failed', '/house/lock', 'EROFS', { cause: system('EROFS') }),
      'can only be read: /house/lock',
    ],
    [new StoreFailed('unreadable', '/house/menu.json', 'not JSON'), 'from the backup'],
    [new StoreFailed('no-house', '/house', 'none'), 'npm run venue -- new'],
    [new WrongSetting('PORT=80a'), 'PORT=80a'],
    [system('EADDRNOTAVAIL'), '192.168.1.20'],
    [system('EADDRINUSE', { port: 8080 }), ' PORT=8090 npm start'],
    [system('EADDRINUSE', { port: 8081 }), 'HTTP_PORT=8091 npm start'],
    [system('EACCES', { port: 80 }), 'Port 80 may not be used'],
  ])('of %s', async (error, words) => {
    expect(await said(error)).toContain(words)
    expect(isForeseen(error)).toBe(true)
  })

  it('of a folder that is somebody else’s: whose to make it, and nothing of a backup', async () => {
    const words = await said(new StoreFailed('unreadable', '/house/staff', 'EACCES', { cause: system('EACCES') }))
    expect(words).toContain(giveBack('/house'))
    expect(words).not.toMatch(/备份|backup/)
  })

  it('of a fault of ours: one sentence, where more is, and no stack', async () => {
    const broken = new TypeError('it is not a function')
    expect(isForeseen(broken)).toBe(false)
    const words = await said(broken)
    expect(words).toContain('it is not a function')
    expect(words).toContain('/house/logs')
    expect(words).not.toMatch(/^\s+at /m)
  })
})

it('an address that the machine has not got yet is worth trying again, a taken port is not', () => {
  expect(['EADDRNOTAVAIL', 'ENOTFOUND', 'EADDRINUSE'].map(code => isAddressAway(system(code)))).toEqual([
    true,
    true,
    false,
  ])
})
