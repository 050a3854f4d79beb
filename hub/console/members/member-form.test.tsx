import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { card, inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { createHouse, type House, HouseContext } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'
import { MemberForm } from './member-form.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let opened: House | undefined
afterEach(() => {
  cleanup()
  opened?.stop()
})

async function open(role: Role, shown: MemberCardView) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role)], ...inside)
  link.answerWith(() => done())
  const house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  opened = house
  const closed = vi.fn()
  render(
    <HouseContext.Provider value={house}>
      <MemberForm card={shown} onReload={vi.fn()} onClose={closed} />
    </HouseContext.Provider>,
  )
  return { link, house, closed, changes: () => link.sent.map(sent => 'changes' in sent && sent.changes) }
}

const { birthday: _birthday, spend: _spend, ...forDesk } = card
const press = (word: string) => fireEvent.click(screen.getByRole('button', { name: word }))
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const save = () => screen.getByRole('button', { name: '保存' })
const value = (label: string) => {
  const field = screen.getByLabelText(label)
  return field instanceof HTMLInputElement ? field.value : undefined
}

test('whose guest a member is is said by who leads, and taken back', async () => {
  const { changes } = await open('manager', card)
  const whose = screen.getByLabelText('客户经理')
  fireEvent.change(whose, { target: { value: 's3' } })
  press('保存')
  await waitFor(() => expect(changes()).toEqual([{ accountManager: 's3' }]))
  fireEvent.change(whose, { target: { value: '' } })
  press('保存')
  await waitFor(() => expect(changes().at(-1)).toEqual({ accountManager: '' }))
})

describe('who a member is', () => {
  test('is changed by the desk, which reads neither the number nor the birthday for it', async () => {
    const { closed, changes } = await open('desk', forDesk)
    expect([value('姓名'), value('电话'), value('生日')]).toEqual(['王建国', '', ''])
    expect(screen.getByText('现有：••• 6688。不填就不变')).toBeTruthy()
    expect(screen.getByText('现有：已登记。不填就不变')).toBeTruthy()
    expect(document.body.innerHTML).not.toContain('1971')
    expect(screen.queryByRole('group', { name: '等级' })).toBeNull()
    type('姓名', '王建中')
    type('电话', '139-0000 1111')
    type('生日', '11-30')
    press('保存')
    await waitFor(() => expect(closed).toHaveBeenCalledWith(true))
    expect(changes()).toEqual([{ name: '王建中', phone: '13900001111', birthday: '11-30' }])
  })

  test('is raised by a manager, and nothing else is sent', async () => {
    const { closed, changes } = await open('manager', card)
    expect(screen.getByText('现有：1971-11-30。不填就不变')).toBeTruthy()
    press('金卡')
    press('保存')
    await waitFor(() => expect(closed).toHaveBeenCalledWith(true))
    expect(changes()).toEqual([{ tier: 'gold' }])
  })

  test('is taken away by a word of its own, and an empty field leaves it', async () => {
    const { changes, closed } = await open('desk', forDesk)
    type('电话', '1')
    type('电话', '')
    expect(save()).toHaveProperty('disabled', true)
    // Signs without a digit are no wish to remove it.
    type('电话', '--')
    expect(save()).toHaveProperty('disabled', true)
    press('删除电话')
    expect(screen.getByText('保存后删除')).toBeTruthy()
    press('删除生日')
    press('删除生日')
    press('保存')
    await waitFor(() => expect(closed).toHaveBeenCalledWith(true))
    expect(changes()).toEqual([{ phone: '' }])
  })

  test('is not sent while it is no number and no day, and it is said why', async () => {
    const { link } = await open('desk', forDesk)
    type('电话', '139')
    expect(screen.getByText('手机号是5到15位数字')).toBeTruthy()
    type('电话', '13900001111')
    type('生日', '13-40')
    expect(screen.getByText('写成 05-18 或 1976-05-18')).toBeTruthy()
    type('生日', '五月')
    expect(screen.getByText('写成 05-18 或 1976-05-18')).toBeTruthy()
    expect(save()).toHaveProperty('disabled', true)
    expect(link.sent).toEqual([])
  })

  test('has nothing to remove where nothing is on file', async () => {
    const { phoneMasked: _phone, hasBirthday: _has, ...bare } = forDesk
    await open('desk', bare)
    expect(screen.queryByRole('button', { name: /^删除/ })).toBeNull()
    expect(screen.getByText('05-18 或 1976-05-18')).toBeTruthy()
  })

  test('with a number that is another’s, is asked about once', async () => {
    const { link, house, closed } = await open('desk', forDesk)
    link.answerWith(() => refused(refuse('phone-taken', 'confirm', { about: 'm2' })))
    type('电话', '13900001111')
    press('保存')
    await waitFor(() => expect(house.notices.question.value?.text).toBe('此电话已有会员，仍保存？'))
    expect(closed).not.toHaveBeenCalled()
    link.answerWith(() => done())
    house.notices.answer(true)
    await waitFor(() => expect(closed).toHaveBeenCalledWith(true))
    expect(link.sent).toHaveLength(2)
  })

  test('with a number that is another’s, is told whose, and has the way to their file', async () => {
    const { link, house, closed } = await open('desk', forDesk)
    link.answerWith(() => refused(refuse('phone-taken', 'confirm', { about: 'm2' })))
    link.answerQueries(query =>
      query.type === 'MemberCard' && query.member === 'm2' ? { ...forDesk, id: 'm2', called: '欧阳女士' } : undefined,
    )
    type('电话', '13900001111')
    press('保存')
    await waitFor(() => expect(house.notices.question.value?.text).toBe('此电话是欧阳女士的，仍保存？'))
    expect(house.notices.question.value?.other?.word).toBe('看档案')
    house.notices.answer('other')
    expect(house.openMember.value).toBe('m2')
    expect(house.notices.question.value).toBeUndefined()
    expect(link.sent).toHaveLength(1)
    expect(closed).not.toHaveBeenCalled()
  })
})

test('a word that is too long, or one too many, is said in its field and not dropped', async () => {
  const { closed, changes } = await open('desk', forDesk)
  const words = (count: number) => Array.from({ length: count }, (_, at) => `忌${at}`)
  for (const typed of [
    '花生过敏，碰到也不行，上次叫了救护车，请先问过厨房再上菜'.replaceAll('，', ' '),
    words(21).join('、'),
  ]) {
    type('禁忌', typed)
    expect(await screen.findByText('最多20个，每个最多24个字')).toBeTruthy()
    expect(save()).toHaveProperty('disabled', true)
    type('禁忌', '花生')
    await waitFor(() => expect(screen.queryByText('最多20个，每个最多24个字')).toBeNull())
  }
  type('禁忌', words(20).join('、'))
  press('保存')
  await waitFor(() => expect(closed).toHaveBeenCalledWith(true))
  expect(changes()).toEqual([{ taboos: words(20) }])
})
