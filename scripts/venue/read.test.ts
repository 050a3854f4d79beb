import { describe, expect, it } from 'vitest'
import { defaultClasses } from './plan.ts'
import {
  readAmount,
  readCity,
  readClass,
  readCurrency,
  readFloors,
  readName,
  readOwner,
  readPin,
  readTimeZone,
  readWifi,
  readWifiPassword,
  readYes,
  writeFloors,
} from './read.ts'

describe('what is typed', () => {
  it('names floors and rooms', () => {
    expect(readFloors('2x8 3X4')).toEqual([
      { floor: 2, rooms: 8 },
      { floor: 3, rooms: 4 },
    ])
    expect(readFloors(' 2*8，3×4 ')).toHaveLength(2)
    expect(readFloors('0')).toEqual([])
    expect(writeFloors(readFloors('2x8+3x4'))).toBe('2x8 3x4')
    for (const text of ['', 'two', '2x', 'x2', '0x4', '2x8x3']) expect(() => readFloors(text)).toThrow()
  })

  it('is a class in one word', () => {
    expect(readClass('vip=5x8,1888,298', defaultClasses)).toEqual({
      id: 'vip',
      floors: [{ floor: 5, rooms: 8 }],
      minimumSpend: 1888,
      perHour: 298,
    })
    for (const text of ['vip', 'vip=5x8', 'tent=5x8,1,1', 'vip=5x8,1,cheap'])
      expect(() => readClass(text, defaultClasses)).toThrow()
  })

  it('is a Wi-Fi and its password, or none', () => {
    expect([readWifi(' 唱名 Guest '), readWifi('-')]).toEqual(['唱名 Guest', ''])
    expect([readWifiPassword('sing along'), readWifiPassword('-')]).toEqual(['sing along', ''])
    for (const text of ['', '唱'.repeat(11)]) expect(() => readWifi(text)).toThrow()
    for (const text of ['', 'seven77', '密码密码密码密码']) expect(() => readWifiPassword(text)).toThrow()
  })

  it('is a name of what the screens draw, without what nobody sees', () => {
    expect(readName(' 乐声\u0007K\u202eTV ')).toBe('乐声KTV')
    expect(readOwner('陈䶮')).toBe('陈䶮')
    expect(() => readName('乐声🎤KTV👑🎤')).toThrow(/显示不出 .*: 🎤 👑$/)
    expect(() => readCity('𱁬州')).toThrow('𱁬')
    for (const text of ['', ' \u0007 ', 'x'.repeat(41)]) expect(() => readName(text)).toThrow('1 to 40')
  })

  it('is a PIN that nobody tries first', () => {
    expect(readPin('271828')).toBe('271828')
    for (const text of ['12345', '1234567', 'abcdef', '000000', '123456', '987654', '880816'])
      expect(() => readPin(text)).toThrow()
  })

  it('is an amount, a currency, a time zone, yes or no', () => {
    expect(readAmount('28.5')).toBe(28.5)
    for (const text of ['', '-1', '1e9', '1.234', 'free']) expect(() => readAmount(text)).toThrow()
    expect(readCurrency('cny')).toBe('CNY')
    expect(() => readCurrency('XXL')).toThrow()
    expect(readTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai')
    expect(() => readTimeZone('Mars/Olympus')).toThrow()
    expect([readYes('Y'), readYes('要'), readYes('n'), readYes('不要')]).toEqual([true, true, false, false])
    expect(() => readYes('maybe')).toThrow()
  })
})
