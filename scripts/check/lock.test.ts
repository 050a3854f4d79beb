import { expect, test } from 'vitest'
import { findLockFaults } from './lock.ts'

const tool = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-win32': '1.0.0' } }

test('a lock file that names every platform is sound', () => {
  const packages = { '': {}, 'node_modules/tool': tool, 'node_modules/tool-linux': {}, 'node_modules/tool-win32': {} }
  expect(findLockFaults({ packages })).toEqual([])
})

test('a platform that the registry of the day did not have is named', () => {
  const packages = { 'node_modules/tool': tool, 'node_modules/tool/node_modules/tool-linux': {} }
  expect(findLockFaults({ packages })).toEqual([
    'package-lock.json: tool-win32, for another machine, has no entry; npm ci will refuse',
  ])
})

test('addresses of one network or machine are named', () => {
  const packages = {
    'node_modules/a': { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' },
    'node_modules/b': { resolved: 'http://10.0.0.5:4873/b/-/b-1.0.0.tgz' },
  }
  expect(findLockFaults({ packages })).toEqual([
    'package-lock.json: node_modules/b comes from http://10.0.0.5:4873/b/-/b-1.0.0.tgz',
  ])
})
