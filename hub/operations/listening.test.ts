import { expect, it } from 'vitest'
import { listeningOf, WrongSetting } from './listening.ts'

it.each([
  [{}, { host: '127.0.0.1', port: 8080, to: 'loopback' }],
  [
    { HOST: 'localhost', PORT: '9000', TLS: 'off' },
    { host: 'localhost', port: 9000, to: 'loopback' },
  ],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', port: 8080, to: 'lan', guestPort: 8081 }],
  [
    { HOST: '192.168.1.20', PORT: '443', HTTP_PORT: '80' },
    { host: '192.168.1.20', port: 443, to: 'lan', guestPort: 80 },
  ],
  [
    { HOST: '192.168.1.20', TLS: 'off' },
    { host: '192.168.1.20', port: 8080, to: 'lan-unencrypted' },
  ],
  // Only the very word: a slip of the pen must not turn the encryption off.
  [
    { HOST: '192.168.1.20', TLS: 'no' },
    { host: '192.168.1.20', port: 8080, to: 'lan', guestPort: 8081 },
  ],
  // A line left empty in a file of settings.
  [
    { HOST: '', PORT: '', HTTP_PORT: '' },
    { host: '127.0.0.1', port: 8080, to: 'loopback' },
  ],
])('%j listens as %j', (env, listening) => {
  expect(listeningOf(env)).toEqual(listening)
})

it.each([
  [{ PORT: '80a' }, 'PORT=80a'],
  [{ PORT: '99999' }, 'PORT=99999'],
  [{ HOST: '192.168.1.20', HTTP_PORT: '-1' }, 'HTTP_PORT=-1'],
  // Its guests would find its own door taken, and a person would look for another program.
  [{ HOST: '192.168.1.20', PORT: '8081', HTTP_PORT: '8081' }, 'HTTP_PORT=8081'],
])('%j is said to be wrong by its name', (env, said) => {
  expect(() => listeningOf(env)).toThrow(new WrongSetting(said))
})
