import { describe, expect, it } from 'vitest'
import { NobodyAnswers } from './ask.ts'
import { readFlags } from './flags.ts'
import { interview } from './interview.ts'
import { readPin } from './read.ts'
import { terminal } from './terminal.testing.ts'

describe('the interview', () => {
  it('asks what no flag says, again where the answer will not do', async () => {
    const { asking, shown } = terminal(
      'Lesheng',
      '重庆',
      'Mars',
      'Asia/Shanghai',
      '',
      'fr',
      'zh-hant',
      '2x3',
      '100',
      '30',
      '0',
      '0',
      '0',
      '阿丽',
      'n',
      '',
      'y',
      'Guests',
      'singalong',
    )
    const plan = await interview(readFlags(['new', '--name', '乐声KTV'], {}), asking)
    expect(plan).toEqual({
      name: '乐声KTV',
      nameEn: 'Lesheng',
      city: '重庆',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      locale: 'zh-Hant',
      classes: [{ id: 'small', floors: [{ floor: 2, rooms: 3 }], minimumSpend: 100, perHour: 30 }],
      owner: '阿丽',
      starterMenu: false,
      songs: 'none',
      starterSongs: false,
      cards: true,
      wifi: 'Guests',
      wifiPassword: 'singalong',
    })
    expect(shown()).not.toContain('店名 name')
    expect(shown()).toContain('Asia/Shanghai')
  })

  it('leaves out an English name that is the same', async () => {
    const { asking, shown } = terminal('乐声KTV', ...Array.from({ length: 30 }, () => ''))
    const plan = await interview(readFlags(['new'], {}), asking)
    expect(plan.name).toBe('乐声KTV')
    expect(plan).not.toHaveProperty('nameEn')
    expect(shown()).toMatch(/English name.*\[乐声KTV\]/)
  })

  it('asks nothing where nothing is to be asked', async () => {
    const flags = readFlags(['new', '--yes', '--class', 'small=2x2,100,30', '--menu', 'n'], { OWNER_PIN: '271828' })
    expect(flags.ownerPin).toBe('271828')
    const plan = await interview(flags, undefined)
    expect(plan.classes).toHaveLength(1)
    expect(plan.starterMenu).toBe(false)
  })

  it('copies songs only for panels on which they are chosen', async () => {
    const { asking } = terminal('y', '', '', '')
    const said = [
      '--name',
      'a',
      '--name-en',
      'a',
      '--city',
      'b',
      '--time-zone',
      'UTC',
      '--currency',
      'CNY',
      '--language',
      'en',
      '--owner',
      'c',
      '--menu',
      'y',
    ]
    const plan = await interview(readFlags(['new', ...said, '--class', 'small=2x2,0,30'], {}), asking)
    expect(plan).toMatchObject({ songs: 'players', starterSongs: true })
    expect(await interview(readFlags(['new', '--yes', '--players', 'y'], {}), undefined)).toMatchObject({
      songs: 'players',
    })
  })

  it('takes a PIN twice and shows it never', async () => {
    const { asking, shown } = terminal('123456', '271828', '271829', '846203', '846203')
    expect(await asking.askSecret('PIN:', 'again:', readPin)).toBe('846203')
    expect(shown()).not.toMatch(/\d{6}/)
  })

  it('ends when nobody answers', async () => {
    const { asking } = terminal()
    await expect(interview(readFlags(['new'], {}), asking)).rejects.toThrow(NobodyAnswers)
  })

  it.each([
    [['--menu', 'maybe']],
    [['--players', 'maybe']],
    [['--currency', 'XXL']],
    [['--language', 'fr']],
    [['--class', 'x']],
    [['--nothing']],
  ])('says what is wrong with %j', flags => {
    expect(() => readFlags(['new', ...flags], {})).toThrow()
  })
})
