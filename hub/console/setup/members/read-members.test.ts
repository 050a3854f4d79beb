import { describe, expect, it } from 'vitest'
import { lettersOf, readMembers } from './read-members.ts'

const colleague = (name: string) => (name === '林静' ? 's1' : undefined)
const tag = (word: string) => (word === '花生' ? 'peanut' : word)
const read = (text: string) => readMembers(text, { colleague, tag })

describe('a list of members', () => {
  it('is read by the names of its columns, in whatever order, and says which it has no use for', () => {
    const list = read(
      '会员卡号,姓名,手机号码,积分,会员等级,生日,忌口,客户经理\n001234,王建国,138-0013-8000,900,黑金卡,1976/5/18,花生、白酒,林静\n',
    )
    expect(list?.columns.map(({ field }) => field)).toEqual([
      'card',
      'name',
      'phone',
      undefined,
      'tier',
      'birthday',
      'taboos',
      'manager',
    ])
    expect(list?.members).toEqual([
      {
        line: 2,
        card: '001234',
        details: {
          called: '王建国',
          tier: 'black',
          welcome: false,
          phone: '13800138000',
          birthday: '1976-05-18',
          taboos: ['peanut', '白酒'],
          accountManager: 's1',
        },
      },
    ])
  })

  it('keeps one taboo that is written in two ways once', () => {
    const list = read('姓名,手机,忌口,喜好\n王建国,13800138000,花生；peanut,花生糖\n')
    expect(list?.members[0]?.details).toMatchObject({ taboos: ['peanut'], tastes: ['花生糖'] })
  })

  it('calls them as it says, sings nobody out, and keeps in the note who looked after them and is gone', () => {
    const list = read(
      'Name\tTitle\tMobile\tAccount manager\tNote\nWang Jianguo\t王总\t+86 138 0013 8000\tOld Li\tlikes V08\n',
    )
    expect(list?.members[0]?.details).toEqual({
      called: '王总',
      name: 'Wang Jianguo',
      tier: 'silver',
      welcome: false,
      phone: '13800138000',
      note: 'likes V08; Account manager: Old Li',
    })
  })

  it.each([
    ['1976-05-18', '1976-05-18'],
    ['1976年5月18日', '1976-05-18'],
    ['19760518', '1976-05-18'],
    ['1976/05/18 00:00:00', '1976-05-18'],
    ['5月18日', '05-18'],
    ['5-18', '05-18'],
  ])('knows %s for a birthday', (written, birthday) => {
    expect(read(`姓名,手机,生日\n王,13800138000,${written}\n`)?.members[0]?.details.birthday).toBe(birthday)
  })

  it.each(['1980-02-30', '1981-02-29', '1900-02-29', '4月31日', '13-01'])('takes %s for no birthday', written => {
    const list = read(`姓名,手机,生日\n王,13800138000,${written}\n李,13800138001,2000-02-29\n赵,13800138002,02-29\n`)
    expect(list?.faults).toEqual([{ line: 2, why: 'birthday' }])
    expect(list?.members).toHaveLength(2)
  })

  it('leaves out whom it does not understand, with the line and why, and takes nobody twice', () => {
    const list = read(
      [
        '姓名,手机,卡号,等级,生日',
        ',13800138001,,,',
        '甲,,,,',
        '乙,1.38E+10,,,',
        '丙,13800138002,,,13月40日',
        '丁,13800138003,,元老,',
        '戊,13800138004,卡,,',
        '己,13800138005,,,',
        '庚,138 0013 8005,,,',
        `${'辛'.repeat(30)},13800138006,,,`,
        '"壬,13800138007,,,',
        '癸,,AB123,,',
      ].join('\n'),
    )
    expect(list?.faults).toEqual([
      { line: 2, why: 'name' },
      { line: 3, why: 'nothing' },
      { line: 4, why: 'phone' },
      { line: 5, why: 'birthday' },
      { line: 6, why: 'tier' },
      { line: 7, why: 'card' },
      { line: 9, why: 'twice' },
      { line: 10, why: 'long' },
      { line: 11, why: 'broken' },
    ])
    expect(list?.members.map(({ line }) => line)).toEqual([8, 12])
  })

  it('without a column of names is none', () => {
    expect(read('手机,生日\n13800138000,5-18\n')).toBeUndefined()
    expect(read('')).toBeUndefined()
  })
})

it('reads the letters in which spreadsheets save', () => {
  const letters = (...bytes: number[]) => lettersOf(new Uint8Array(bytes), 'gb18030')
  expect(lettersOf(new TextEncoder().encode('\uFEFF姓名'), 'gb18030')).toBe('姓名')
  expect(letters(0xd0, 0xd5, 0xc3, 0xfb)).toBe('姓名')
  expect(letters(0xff, 0xfe, 0xd3, 0x59, 0x0d, 0x54)).toBe('姓名')
  expect(lettersOf(new Uint8Array([0xa9, 0x6d, 0xa6, 0x57]), 'big5')).toBe('姓名')
})
