import * as v from 'valibot'
import { expect, it } from 'vitest'
import { SaveHouse } from './commands/setup.ts'
import { isPrinterAddress } from './printer-address.ts'

it.each([
  '192.168.1.80',
  '10.0.0.9',
  '172.16.4.1',
  '172.31.255.255',
  '169.254.7.7',
  '127.0.0.1',
  'EPSON-9A3B',
  'printer.local',
])('a printer is at %s', address => {
  expect(isPrinterAddress(address)).toBe(true)
})

it.each([
  '8.8.8.8',
  '172.32.0.1',
  '192.168.1.256',
  '192.168.1',
  '10.0.0.9:80',
  '10.0.0.9.example.com',
  'example.com',
  'http://192.168.1.80',
  'printer.local/x',
  '-printer',
  'a b',
  '192.168.1.80\n',
  '',
])('and nowhere else: not at %j', address => {
  expect(isPrinterAddress(address)).toBe(false)
})

it('is all that SaveHouse lets the hub call', () => {
  const saved = (host: string) => ({
    type: 'SaveHouse',
    rev: 1,
    changes: { ticketPrinter: { host, port: 9100, paper: 80 } },
  })
  expect(v.is(SaveHouse, saved('192.168.1.80'))).toBe(true)
  for (const elsewhere of ['8.8.8.8', 'example.com', 'http://192.168.1.80'])
    expect(v.is(SaveHouse, saved(elsewhere)), elsewhere).toBe(false)
})
