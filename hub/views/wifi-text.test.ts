import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wifiText } from './wifi-text.ts'

it('says name, kind and password as phones read them', () => {
  expect(wifiText({ ssid: '唱名 Guest', security: 'WPA', password: 'singalong' })).toBe(
    'WIFI:T:WPA;S:唱名 Guest;P:singalong;;',
  )
  expect(wifiText({ ssid: 'open', security: 'nopass' })).toBe('WIFI:T:nopass;S:open;;')
  expect(wifiText({ ssid: 'a;b,c:d"e\\f', security: 'WPA', password: 'p;P:\\12345' })).toBe(
    'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:p\\;P\\:\\\\12345;;',
  )
})

it('whatever is in a name or password is read back as it was', () => {
  const name = fc.string({ minLength: 1, maxLength: 32 })
  const password = fc.string({ minLength: 5, maxLength: 63 })
  fc.assert(
    fc.property(name, password, (ssid, secret) => {
      expect(read(wifiText({ ssid, security: 'WPA', password: secret }))).toEqual({ T: 'WPA', S: ssid, P: secret })
    }),
  )
})

/** As ZXing reads it: fields end at a semicolon that no backslash stands before. */
function read(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const pattern = /([A-Z]):((?:\\[\s\S]|[^\\;])*);/gy
  pattern.lastIndex = 'WIFI:'.length
  for (let field = pattern.exec(text); field; field = pattern.exec(text)) {
    const [, key = '', value = ''] = field
    fields[key] = value.replace(/\\([\s\S])/g, '$1')
  }
  return fields
}
