import { describe, expect, test } from 'vitest'
import { isInstalled, wordsFor } from './install.mjs'

describe('is it installed?', () => {
  const wanted = { '': { version: '0.1.0' }, 'node_modules/a': { version: '1.0.0' } }
  const other = { 'node_modules/a-win32': { version: '1.0.0', optional: true } }

  test('yes, when every package is there in its version', () => {
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  test('yes, when only what is for other machines is missing', () => {
    expect(isInstalled({ ...wanted, ...other }, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  test.each([
    ['nothing is there', {}],
    ['another version is there', { 'node_modules/a': { version: '1.0.1' } }],
    ['a package is missing', { 'node_modules/b': { version: '1.0.0' } }],
  ])('no, when %s', (_name, installed) => {
    expect(isInstalled(wanted, installed)).toBe(false)
  })
})

describe('words for a failed installation', () => {
  test('without a network: what to do, in both languages', () => {
    const words = wordsFor('npm http fetch GET https://x\nnpm error code ENOTFOUND\n')
    expect(words).toContain('连不上软件源')
    expect(words).toContain('registry cannot be reached')
    expect(words).toContain('npm error code ENOTFOUND')
    expect(words).not.toContain('npm http')
  })

  test('with a full disk', () => {
    expect(wordsFor('npm error code ENOSPC')).toContain('The disk is full')
  })
})
