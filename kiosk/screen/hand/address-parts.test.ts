import { expect, it } from 'vitest'
import { addressParts } from './address-parts.ts'

it.each([
  ['192.168.1.20:7777/p', ['192.', '168.', '1.', '20', ':7777/p']],
  ['192.168.1.20/p', ['192.', '168.', '1.', '20/p']],
  ['https://sing.example.com:7777/p', ['https://', 'sing.', 'example.', 'com', ':7777/p']],
  ['[fd00::1]:7777/p', ['[fd00', ':', ':', '1]', ':7777/p']],
  ['h/p', ['h/p']],
])('%s may go on in the next line between its parts, and nowhere near its end', (address, parts) => {
  expect(addressParts(address)).toEqual(parts)
})
