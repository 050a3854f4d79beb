/** What starts a hub in a venue gives it what `npm start` gives it. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { flags, threads } from '../build/node-settings.ts'

const told = (file: string) => readFileSync(new URL(`../../docs/operations/${file}`, import.meta.url), 'utf8')

it.each([
  ['systemd', 'linux/changming-hub.service', (name: string, value: string) => `Environment=${name}=${value}`],
  [
    'launchd',
    'macos/com.changming.hub.plist',
    (name: string, value: string) => `<key>${name}</key><string>${value}</string>`,
  ],
  ['Windows', 'README.md', (name: string, value: string) => `setx ${name} ${value} /M`],
  ['Windows, in Chinese', 'README.zh-CN.md', (name: string, value: string) => `setx ${name} ${value} /M`],
])('%s starts the hub with as many threads', (_who, file, written) => {
  for (const [name, value] of Object.entries(threads)) expect(told(file)).toContain(written(name, value))
})

it.each([
  ['systemd', 'linux/changming-hub.service', (all: readonly string[]) => `node ${all.join(' ')} dist/hub/main.js`],
  [
    'launchd',
    'macos/com.changming.hub.plist',
    (all: readonly string[]) => all.map(flag => `    <string>${flag}</string>\n`).join(''),
  ],
  ['Windows', 'README.md', (all: readonly string[]) => `-Argument "${all.join(' ')} dist\\hub\\main.js"`],
])('%s has V8 run as it does here', (_who, file, written) => {
  expect(told(file)).toContain(written(flags))
})

it('systemd tries a hub again that has no address yet, and leaves one alone that a person has to see to', () => {
  const unit = told('linux/changming-hub.service')
  expect(unit).toMatch(/^Restart=on-failure$/m)
  expect(unit).toMatch(/^StartLimitIntervalSec=0$/m)
  expect(unit).toMatch(/^RestartPreventExitStatus=2$/m)
})

it('the documents name no file that is not there', () => {
  for (const document of ['README.md', 'README.zh-CN.md'])
    for (const [, path = ''] of told(document).matchAll(/docs\/operations\/([a-z]+\/[\w.-]+)/g))
      expect(told(path)).not.toBe('')
})
