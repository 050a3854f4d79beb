/** What the lobby screen still does, promises and keeps while its hub is away. */
import { screen } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkIn, type OpenedScreen, openScreen, pass, says, scan, tap } from '../screen.testing.tsx'

let link: OpenedScreen['link']
let kiosk: OpenedScreen['kiosk']
beforeEach(async () => {
  ;({ link, kiosk } = await openScreen())
})

describe('a hub that is away', () => {
  beforeEach(() => {
    link.state.value = { at: 'away', since: Date.now() }
  })
  const back = async () => {
    link.state.value = { at: 'online' }
    await pass(20_000)
  }

  it('never hears of a touch that waited longer, and the guest is shown another way', async () => {
    scan('0004340098')
    await pass(10_100)
    expect(says('请找店里的员工')).toBe(true)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('请用手机扫码')).toBe(true)
    await back()
    expect(link.sent).toEqual([])
  })

  it('is told no phone number later, and it is on no screen', async () => {
    for (const digit of '13812345678') tap(digit)
    tap('确定')
    await pass(10)
    expect(says('138')).toBe(false)
    expect(says('请找店里的员工')).toBe(true)
    await pass(12_000)
    await back()
    expect(link.sent).toEqual([])
  })

  it('does not say how many rooms are free, which nobody knows by then', async () => {
    link.state.value = { at: 'online' }
    link.put('lobby', { freeRooms: 12, hotSongs: [] })
    const shown = new Set<string>()
    const watch = async () => {
      shown.clear()
      for (let line = 0; line < 4; line += 1) {
        await pass(11_000)
        shown.add(document.querySelector('.lines')?.textContent ?? '')
      }
      return [...shown].some(line => line.includes('12'))
    }
    expect(await watch()).toBe(true)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(20_000)
    expect(await watch()).toBe(false)
    expect(shown.has('今晚的灯，为您亮着')).toBe(true)
  })

  it('calls nobody, and says so by another way', async () => {
    tap('叫人帮忙')
    await pass(11_000)
    expect(says('小陈马上来')).toBe(false)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('小陈马上来')).toBe(false)
    expect(says('请用手机扫码')).toBe(true)
    await back()
    expect(link.sent).toEqual([])
  })

  it('asks a party again that it did not hear', async () => {
    link.state.value = { at: 'online' }
    link.put('checkin', checkIn(), 'c1')
    await pass(10)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(10)
    expect(says('请找店里的员工')).toBe(true)
    kiosk.lobby.sayParty(4)
    await pass(10_100)
    link.state.value = { at: 'online' }
    await pass(10)
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
  })

  it('keeps nothing that a guest had begun for the one who comes when it is back', async () => {
    link.state.value = { at: 'online' }
    await pass(10)
    for (const digit of '1381') tap(digit)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(8000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('138')).toBe(true)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(25_000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('138')).toBe(false)

    link.put('checkin', checkIn(), 'c1')
    await pass(10)
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
    link.state.value = { at: 'away', since: Date.now() }
    await pass(25_000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(screen.queryByRole('button', { name: '4位' })).toBeNull()
    expect(says('请碰一下会员卡')).toBe(true)
  })

  it('for as long as a restart takes changes nothing that a guest sees', async () => {
    const before = document.querySelector('.lobby-hand')?.textContent
    await pass(3900)
    expect(says('请碰一下会员卡')).toBe(true)
    expect(document.querySelector('.lobby-hand')?.textContent).toBe(before)
    expect(says('KTVX')).toBe(true)
    link.state.value = { at: 'online' }
    await pass(10_000)
    expect(says('请找店里的员工')).toBe(false)
  })

  it.each([
    ['cannot be reached', () => undefined, () => undefined],
    [
      'takes nothing',
      () => {
        link.state.value = { at: 'online' }
        link.health.value = 'storage-failed'
      },
      () => {
        link.health.value = 'ok'
      },
    ],
  ])('and %s for longer invites nobody and has no key: whom to ask, until it is back', async (_how, more, mend) => {
    more()
    await pass(4100)
    expect(says('暂时不能在这里签到')).toBe(true)
    expect(says('请找店里的员工')).toBe(true)
    for (const invites of ['请碰一下会员卡', '手机扫码签到', '手机号签到', '····']) expect(says(invites)).toBe(false)
    for (const name of ['1', '确定', '第一次来', '我来找人', '叫人帮忙'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(document.querySelector('.ticket-qr')).toBeNull()
    link.state.value = { at: 'online' }
    mend()
    await pass(10)
    expect(says('请找店里的员工')).toBe(false)
    expect(says('请碰一下会员卡')).toBe(true)
    expect(says('KTVX')).toBe(true)
    tap('第一次来')
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
  })

  it('for longer asks nobody how many they are, nor to touch a card again', async () => {
    tap('第一次来')
    await pass(4100)
    expect(screen.queryByRole('button', { name: '4位' })).toBeNull()
    expect(says('请找店里的员工')).toBe(true)
    scan(';00043')
    await pass(10_500)
    expect(says('请再碰一下')).toBe(false)
    expect(says('暂时不能在这里签到')).toBe(true)
  })

  it('that takes long over an answer leaves nobody with nothing to do', async () => {
    link.state.value = { at: 'online' }
    scan('0004340098')
    await pass(2000)
    expect(says('请稍等')).toBe(true)
    expect(says('请找店里的员工')).toBe(true)
  })
})
