import { describe, expect, it } from 'vitest'
import { evening, hour } from '../domain/fixture.testing.ts'
import { createHouse } from './house.testing.ts'
import { selfView } from './self.ts'

describe('a console', () => {
  it('knows its name and place', () => {
    expect(selfView(createHouse().context(), 'bar1')).toEqual({ device: 'bar1', deviceName: '吧台', station: 'bar' })
  })

  it('is told where nothing is encrypted', () => {
    const { context } = createHouse()
    expect(selfView({ ...context(), unencrypted: true }, 'bar1')).toMatchObject({ unencrypted: true })
    expect(selfView(context(), 'bar1')).not.toHaveProperty('unencrypted')
  })

  it('is told where no other device can open the hub', () => {
    const { context } = createHouse()
    expect(selfView({ ...context(), onlyHere: true }, 'bar1')).toMatchObject({ onlyHere: true })
    expect(selfView(context(), 'bar1')).not.toHaveProperty('onlyHere')
  })

  it('knows who is signed in on it, not who is on another', () => {
    const house = createHouse({
      type: 'SignedIn',
      session: 's1',
      device: 'pc-lily',
      staff: 'lily',
      idleMs: 5,
      endsAt: evening + hour,
    })
    expect(selfView(house.context(), 'pc-lily')).toEqual({
      device: 'pc-lily',
      deviceName: '前台',
      session: { id: 's1', staff: 'lily', name: { zhHans: 'lily' }, role: 'desk', endsAt: evening + hour, idleMs: 5 },
    })
    expect(selfView(house.context(), 'bar1')).not.toHaveProperty('session')
  })

  it('knows on which others they are signed in, and of nobody else', () => {
    const signedIn = (session: string, device: string, staff: string) =>
      ({ type: 'SignedIn', session, device, staff, idleMs: 5, endsAt: evening + hour }) as const
    const house = createHouse(
      signedIn('s1', 'pc-lily', 'lily'),
      signedIn('s2', 'bar1', 'lily'),
      signedIn('s3', 'x', 'mei'),
    )
    expect(selfView(house.context(), 'pc-lily').session).toMatchObject({ elsewhere: ['吧台'] })
    expect(selfView(house.context(), 'bar1').session).toMatchObject({ elsewhere: ['前台'] })
    expect(selfView(house.context(), 'x').session).not.toHaveProperty('elsewhere')
  })
})
