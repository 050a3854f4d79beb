import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../../shared/protocol/answer.ts'
import { refuse } from '../../../../shared/protocol/refusals.ts'
import { self } from '../../stage/evening.ts'
import type { FakeLink } from '../../stage/fake-link.ts'
import { open } from '../open-section.testing.tsx'
import { importing } from './import-members.ts'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))
beforeEach(() => {
  importing.value = undefined
})

const list =
  '姓名,手机,卡号\n王建国,13800138001,\n李梅,13800138002,7001\n赵六,,7002\n陈七,13800138004,\n,,\n周八,不知道,\n'

async function chosen(text = list, known: (link: FakeLink) => void = () => undefined) {
  const link = await open('会员')
  known(link)
  fireEvent.change(screen.getByLabelText('选文件', { selector: 'input' }), {
    target: { files: [new File([text], '旧会员.csv')] },
  })
  return link
}

describe('the members of another system', () => {
  test('are looked at before anything is written, with each line that is left out', async () => {
    const link = await chosen()
    expect(await screen.findByRole('button', { name: '导入4位会员' })).toBeTruthy()
    expect(screen.getByText('第6行').textContent).toContain('没有姓名')
    expect(screen.getByText('第7行').textContent).toContain('手机号不对')
    expect(link.sent).toEqual([])
  })

  test('are written down one by one with their cards; who is there already stays as they are', async () => {
    const link = await chosen()
    let made = 0
    link.answerWith(command => {
      if (command.type === 'AddCard') return refused(refuse('card-taken', 'look-again'))
      if (command.type !== 'NewMember') return undefined
      if (command.details.phone === '13800138004') return refused(refuse('phone-taken', 'confirm'))
      made += 1
      return done({ member: `m${made}` })
    })
    link.answerQueries(query =>
      query.type === 'SearchMembers' ? { hits: query.text === '7002' ? [{ id: 'm9' }] : [] } : undefined,
    )
    fireEvent.click(await screen.findByRole('button', { name: '导入4位会员' }))
    expect(await screen.findByText('导完了')).toBeTruthy()
    expect(link.sent).toMatchObject([
      { type: 'NewMember', details: { called: '王建国', phone: '13800138001' } },
      { type: 'NewMember', details: { called: '李梅' } },
      { type: 'AddCard', member: 'm2', from: { printed: '7001' } },
      { type: 'NewMember', details: { called: '陈七' } },
    ])
    expect(importing.value).toMatchObject({ added: 2, there: 2, done: 4 })
    expect(screen.getByText('第3行').textContent).toContain('卡号')
    // What was left out is still to be mended in the file.
    expect(screen.getByText('第7行').textContent).toContain('手机号不对')
  })

  test('are never offered what the list says, by the tags that the menu knows it by', async () => {
    const link = await chosen('姓名,手机,忌口,喜好\n王建国,13800138001,花生、折耳根,WHISKY\n', house =>
      house.put(
        ['tag/peanut', { id: 'peanut', name: { zhHans: '花生', en: 'Peanut' } }],
        ['tag/whisky', { id: 'whisky', name: { zhHans: '威士忌', en: 'Whisky' } }],
      ),
    )
    link.answerWith(() => done({ member: 'm1' }))
    fireEvent.click(await screen.findByRole('button', { name: '导入1位会员' }))
    expect(await screen.findByText('导完了')).toBeTruthy()
    expect(link.sent).toMatchObject([
      { type: 'NewMember', details: { taboos: ['peanut', '折耳根'], tastes: ['whisky'] } },
    ])
  })

  test('wait where the hub takes nobody more, and go on from there', async () => {
    const link = await chosen()
    link.answerWith(() => refused(refuse('not-allowed', 'sign-in')))
    fireEvent.click(await screen.findByRole('button', { name: '导入4位会员' }))
    expect(await screen.findByText(/^停在第0位，共4位/)).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('button', { name: '选文件' })).toBeTruthy())
  })

  test('are written down in the name of who began it, and of nobody who signs in after them', async () => {
    const link = await chosen()
    link.answerWith(command => {
      if (command.type === 'NewMember') link.put(['self', self('owner')])
      return done({ member: 'm1' })
    })
    fireEvent.click(await screen.findByRole('button', { name: '导入4位会员' }))
    await waitFor(() => expect(importing.value?.over).toBe('stopped'))
    expect(link.sent.map(({ type }) => type)).toEqual(['NewMember'])
  })

  test('of a file without names are asked for by them', async () => {
    await chosen('手机\n13800138001\n')
    expect(await screen.findByText('第一行没有“姓名”这一列')).toBeTruthy()
  })
})
