/** A guest who walks away from the lobby screen is asked, then forgotten. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type OpenedScreen, openScreen, pass, says, settle, tap, touch } from '../screen.testing.tsx'

let kiosk: OpenedScreen['kiosk']
beforeEach(async () => {
  kiosk = (await openScreen()).kiosk
})

describe('a guest who left', () => {
  it('is asked after 60 s and forgotten 30 s later, language too', async () => {
    tap('English')
    await settle()
    for (const digit of '138') tap(digit)
    await pass(59_900)
    expect(says('Still there?')).toBe(false)
    await pass(200)
    await settle()
    expect(says('Still there?')).toBe(true)
    await pass(30_100)
    await settle()
    expect(says('手机扫码签到')).toBe(true)
    expect(kiosk.lobby.digits.value).toBe('')
    expect(document.documentElement.lang).toBe('zh-Hans')
  })

  it('is given more time by any touch, as often as needed', async () => {
    tap('1')
    for (let more = 0; more < 4; more += 1) {
      await pass(80_000)
      await settle()
      expect(says('您还在吗？')).toBe(true)
      touch()
      await pass(10)
      expect(says('您还在吗？')).toBe(false)
    }
    expect(kiosk.lobby.digits.value).toBe('1')
  })

  it('has its language forgotten also where that was still on its way', async () => {
    tap('English')
    kiosk.lobby.reset()
    const before = document.body.textContent
    await kiosk.words.speak('zh-Hans')
    await settle()
    expect(document.body.textContent).toBe(before)
    expect(document.documentElement.lang).toBe('zh-Hans')
  })

  it('is never forgotten while a command is on its way', async () => {
    tap('第一次来')
    tap('3位')
    await pass(200_000)
    expect(says('您还在吗？')).toBe(false)
    expect(says('请稍等')).toBe(true)
  })
})
