import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open, show } from '../app.testing.tsx'
import { card, hits, inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Members } from './members.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test.each(['MemberErased', 'MembersMerged'])('nobody is found any more who is gone: %s', async event => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  link.answerQueries(query => (query.type === 'SearchMembers' ? hits : undefined))
  await show(link, <Members />)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: '王' } })
  await screen.findByText('王先生')
  link.answerQueries(query =>
    query.type === 'SearchMembers' ? { hits: hits.hits.filter(({ id }) => id !== 'm3') } : undefined,
  )
  link.feed.value = [...link.feed.value, { seq: 9_999, at: tonight, event }]
  await waitFor(() => expect(screen.queryByText('王先生')).toBeNull())
  expect(screen.getByText('王总')).toBeTruthy()
})

test('a new file with a number that is on file says on whose, and leads there', async () => {
  const { link, house } = await open('desk')
  house.screen.value = 'members'
  link.answerWith(() => refused(refuse('phone-taken', 'confirm', { about: 'm2' })))
  link.answerQueries(query => (query.type === 'MemberCard' ? { ...card, id: 'm2', called: '欧阳女士' } : undefined))
  fireEvent.click(await screen.findByRole('button', { name: '新会员' }))
  fireEvent.input(screen.getByLabelText('称呼'), { target: { value: '陈姐' } })
  fireEvent.input(screen.getByLabelText('电话'), { target: { value: '13900001111' } })
  fireEvent.click(screen.getByRole('button', { name: '建档' }))
  const question = await screen.findByRole('dialog', { name: '再确认一次' })
  expect(question.textContent).toContain('此电话是欧阳女士的，仍保存？')
  fireEvent.click(within(question).getByRole('button', { name: '看档案' }))
  expect(await screen.findByText('欧阳女士', { selector: '.member *' })).toBeTruthy()
  expect(link.sent).toHaveLength(1)
})

test('a new file that was begun is still there after the PIN of who began it, beside files that are looked at', async () => {
  const { link, house } = await open('desk')
  link.answerQueries(query => (query.type === 'MemberCard' ? { ...card, id: 'm2', called: '欧阳女士' } : undefined))
  house.screen.value = 'members'
  fireEvent.click(await screen.findByRole('button', { name: '新会员' }))
  fireEvent.input(screen.getByLabelText('称呼'), { target: { value: '陈姐' } })
  fireEvent.input(screen.getByLabelText('电话'), { target: { value: '13900001111' } })
  link.put(['self', self()])
  await waitFor(() => expect(screen.queryByLabelText('称呼')).toBeNull())
  await act(() => link.put(['self', self('desk')]))
  fireEvent.click(await screen.findByRole('button', { name: '会员' }))
  expect(await screen.findByLabelText('称呼')).toHaveProperty('value', '陈姐')
  expect(screen.getByLabelText('电话')).toHaveProperty('value', '13900001111')
  house.openMember.value = 'm2'
  expect(await screen.findByText('欧阳女士', { selector: '.member *' })).toBeTruthy()
  house.openMember.value = undefined
  expect(await screen.findByLabelText('称呼')).toHaveProperty('value', '陈姐')
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(screen.queryByLabelText('称呼')).toBeNull())
})

test('a note is taken out, once it was asked about, by who wrote it and by who answers for the house', async () => {
  const { link, house } = await open('desk')
  link.answerWith(() => done())
  let { notes } = card
  link.answerQueries(query => (query.type === 'MemberCard' ? { ...card, notes } : undefined))
  house.screen.value = 'members'
  house.openMember.value = 'm1'
  const text = await screen.findByText(/离电梯远/)
  const key = screen.getByRole('button', { name: '删掉这条' })
  expect(text.closest('li')?.contains(key)).toBe(true)
  fireEvent.click(key)
  const question = await screen.findByRole('dialog', { name: '删掉这条备注？' })
  expect(question.textContent).toContain('离电梯远')
  const own = notes.find(({ by }) => by === 's4')
  notes = notes.filter(note => note !== own)
  fireEvent.click(within(question).getByRole('button', { name: '删掉这条' }))
  await waitFor(() => expect(screen.queryByText(/离电梯远/)).toBeNull())
  const withoutNote = { at: own?.at, by: 's4' }
  expect(link.sent).toEqual([{ type: 'SaveMember', member: 'm1', rev: card.rev, changes: { withoutNote } }])
  await act(() => link.put(['self', self('manager')]))
  house.screen.value = 'members'
  house.openMember.value = 'm1'
  expect(await screen.findByRole('button', { name: '删掉这条' })).toBeTruthy()
})

describe('what is typed over a file', () => {
  const edit = async () => {
    const { link, house } = await open('desk')
    link.answerQueries(query => (query.type === 'MemberCard' ? card : undefined))
    house.screen.value = 'members'
    house.openMember.value = card.id
    fireEvent.click(await screen.findByRole('button', { name: '修改' }))
    fireEvent.input(screen.getByLabelText('读作'), { target: { value: 'Wang zong' } })
    return { link, house }
  }
  type Opened = Awaited<ReturnType<typeof edit>>
  const lock = async ({ link }: Opened) => {
    link.put(['self', self()])
    await waitFor(() => expect(screen.queryByLabelText('读作')).toBeNull())
  }
  const comeBack = async ({ link, house }: Opened) => {
    await act(() => link.put(['self', self('desk')]))
    house.screen.value = 'members'
    house.openMember.value = card.id
    await screen.findByText(card.called, { selector: '.members-card *' })
  }
  const say = () => screen.queryByLabelText<HTMLInputElement>('读作')?.value

  test('outlives a session that ends in the middle and a look at another file, until it is given up', async () => {
    const opened = await edit()
    await lock(opened)
    await comeBack(opened)
    await waitFor(() => expect(say()).toBe('Wang zong'))
    await act(() => {
      opened.house.openMember.value = undefined
    })
    opened.house.openMember.value = card.id
    await waitFor(() => expect(say()).toBe('Wang zong'))
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '修改' }))
    expect(say()).toBe(card.say)
  })

  test('goes by what was seen: what somebody else wrote meanwhile is not written over', async () => {
    const opened = await edit()
    await lock(opened)
    opened.link.answerQueries(query =>
      query.type === 'MemberCard' ? { ...card, rev: card.rev + 1, taboos: ['香菜'] } : undefined,
    )
    await comeBack(opened)
    expect(await screen.findByText(/别人刚改过/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByRole('button', { name: '看新的' }))
    expect(await screen.findByRole('button', { name: '修改' })).toBeTruthy()
    expect(opened.link.sent).toEqual([])
  })

  test('is not saved again where the hub did it after the session had ended', async () => {
    const opened = await edit()
    let answer: (given: Answer) => void = () => undefined
    vi.spyOn(opened.link, 'tap').mockImplementation(
      () =>
        new Promise<Answer>(given => {
          answer = given
        }),
    )
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await lock(opened)
    answer(done())
    await comeBack(opened)
    expect(await screen.findByRole('button', { name: '修改' })).toBeTruthy()
    expect(say()).toBeUndefined()
  })
})
