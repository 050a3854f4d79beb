import { describe, expect, it, vi } from 'vitest'
import type { DemoKeys } from '../demo/keys.ts'
import { linkLines, say } from './print.ts'

const keys: DemoKeys = {
  pins: [{ staff: 'st1-1', name: '周经理', role: 'manager', pin: '510841' }],
  tokens: {},
  card: '0004340098',
  code: 'code',
}
const links = [{ name: '首页', surface: 'kiosk' as const, device: 'd1-kiosk', url: 'http://x/kiosk/d1-kiosk#link=s' }]
const listening = { type: 'listening' as const, demo: true, links, seconds: 1 }
const power = 'http://127.0.0.1:1/x'

describe('what npm start prints', () => {
  it('says where it made a demo for want of a house, and how to make one’s own', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    say('demoMade', { folder: 'myvenue' })
    const text = printed.mock.calls.join('\n')
    printed.mockRestore()
    for (const part of ['演示门店', 'no house in myvenue', 'npm run venue -- new --data']) expect(text).toContain(part)
  })

  it('says after a restart that the links above it lead nowhere any more, and how to get new ones', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    say('again', { seconds: 0.5 })
    const text = printed.mock.calls.join('\n')
    printed.mockRestore()
    for (const part of ['up again after 0.5 s', '作废', 'void', 'npm start']) expect(text).toContain(part)
  })

  it('begins with the wall where it is served', () => {
    const text = linkLines({ ...listening, origin: 'http://localhost:8080', wall: true }, keys, power).join('\n')
    expect(text).toContain('http://localhost:8080/wall#')
  })

  it('names no wall on the network, but how devices trust the hub', () => {
    const trust = { page: 'http://192.168.1.20:8081/trust', until: 0, made: true, fingerprint: 'AA:BB' }
    const announced = { ...listening, origin: 'https://192.168.1.20:8080', wall: false, trust }
    const text = linkLines(announced, keys, power).join('\n')
    expect(text).not.toContain('/wall')
    expect(text).toContain('http://192.168.1.20:8081/trust')
    expect(text).toContain('AA:BB')
    expect(text).toContain('510841')
    expect(text).not.toContain('page above')
  })

  it('has nothing to trust with the venue’s own certificate', () => {
    const trust = { page: 'http://192.168.1.20:8081/trust', until: Date.parse('2027-01-02'), made: false }
    const text = linkLines({ ...listening, origin: 'https://ktv.lan', wall: false, trust }, keys, power).join('\n')
    expect(text).not.toContain('/trust')
    expect(text).toContain('2027-01-02')
  })
})
