import { expect, it } from 'vitest'
import { exampleCode } from '../../../shared/protocol/rotating-code.testing.ts'
import { codeStepMs } from '../../../shared/protocol/rotating-code.ts'
import { canSign, signCode } from './sign-code.ts'

const { member, key, at, text } = exampleCode

it('makes the code that the hub accepts, the same for half a minute', async () => {
  expect(canSign()).toBe(true)
  expect(await signCode(member, key, at)).toBe(text)
  expect(await signCode(member, key, at + codeStepMs - 1)).toBe(text)
  expect(await signCode(member, key, at + codeStepMs)).not.toBe(text)
})
