/** Makes and checks members' rotating codes. A member's key follows from their saved code: who revokes the one revokes both. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { codeMacBytes, codeStepAt, type RotatingCode } from '../../shared/protocol/rotating-code.ts'
import type { Member } from '../domain/member/member.ts'

export interface RotatingCodes {
  /** What the member's phone signs with, base64url. Undefined: the member has no code. */
  keyOf(member: Pick<Member, 'id' | 'code'>): string | undefined
  /** `expired` as well for what comes too early. */
  check(code: RotatingCode, member: Pick<Member, 'id' | 'code'>, now: number): 'right' | 'forged' | 'expired'
}

/** Steps that a code may be away from the hub's own: the phone's clock, and the way from screen to scanner. */
const tolerance = 1

export function createRotatingCodes({ secret }: { secret: Buffer }): RotatingCodes {
  const keyOf: RotatingCodes['keyOf'] = ({ id, code }) =>
    code === undefined ? undefined : createHmac('sha256', secret).update(`${id} ${code}`).digest('base64url')
  return {
    keyOf,
    check({ head, step, mac }, member, now) {
      const key = keyOf(member)
      if (key === undefined) return 'forged'
      const whole = createHmac('sha256', Buffer.from(key, 'base64url')).update(head).digest()
      const own = Buffer.from(whole.subarray(0, codeMacBytes).toString('base64url'))
      const given = Buffer.from(mac)
      if (own.length !== given.length || !timingSafeEqual(own, given)) return 'forged'
      return Math.abs(codeStepAt(now) - step) <= tolerance ? 'right' : 'expired'
    },
  }
}
