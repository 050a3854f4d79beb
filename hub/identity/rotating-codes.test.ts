import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleCode } from '../../shared/protocol/rotating-code.testing.ts'
import { codeStepMs, parseRotatingCode, type RotatingCode } from '../../shared/protocol/rotating-code.ts'
import { createRotatingCodes } from './rotating-codes.ts'

const codes = createRotatingCodes({ secret: Buffer.alloc(32, 3) })
const wang = { id: exampleCode.member, code: 'saved-code-of-wang' }
const { at } = exampleCode

function parsed(text: string): RotatingCode {
  const code = parseRotatingCode(text)
  if (!code) throw new Error(`no code: ${text}`)
  return code
}

describe('a code that changes', () => {
  it('is told from every other credential', () => {
    expect(parsed(exampleCode.text)).toMatchObject({ member: 'm1-wang', step: exampleCode.step })
    for (const text of [
      '0004340098',
      'kJ8s-Xq2_TzPv0aLm4RbYw',
      'v1.m1-wang.58788000',
      'v2.m1-wang.1.7x0JRY4hnXIAsA',
      '',
    ])
      expect(parseRotatingCode(text)).toBeUndefined()
  })

  it('is made with the member’s own key, which ends with their saved code', () => {
    expect(codes.keyOf(wang)).toBe(exampleCode.key)
    expect(codes.keyOf({ ...wang, code: 'another' })).not.toBe(exampleCode.key)
    expect(codes.keyOf({ ...wang, id: 'm1-li' })).not.toBe(exampleCode.key)
    expect(codes.keyOf({ id: wang.id })).toBeUndefined()
  })

  it('counts in its half minute and the two beside it', () => {
    const code = parsed(exampleCode.text)
    for (const [now, verdict] of [
      [at - codeStepMs - 1, 'expired'],
      [at - codeStepMs, 'right'],
      [at, 'right'],
      [at + 2 * codeStepMs - 1, 'right'],
      [at + 2 * codeStepMs, 'expired'],
    ] as const)
      expect(codes.check(code, wang, now)).toBe(verdict)
  })

  it('is forged for any other member, step, key or mac', () => {
    const code = parsed(exampleCode.text)
    expect(codes.check(code, { ...wang, code: 'revoked and made anew' }, at)).toBe('forged')
    expect(codes.check(code, { id: wang.id }, at)).toBe('forged')
    expect(codes.check(parsed(exampleCode.text.replace('58788000', '58788001')), wang, at)).toBe('forged')
    const mac = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(bytes => Buffer.from(bytes).toString('base64url'))
    fc.assert(
      fc.property(mac, guess => {
        fc.pre(guess !== code.mac)
        expect(codes.check({ ...code, mac: guess }, wang, at)).toBe('forged')
      }),
    )
  })
})
