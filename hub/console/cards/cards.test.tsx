import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { CardFormat } from '../devices/card-format.tsx'
import { MemberCards } from '../members/member-cards.tsx'
import { NameField } from '../members/name-field.tsx'
import { NewMember } from '../members/new-member.tsx'
import { card, inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink, type FakeLink } from '../stage/fake-link.ts'
import { createHouse, type House, HouseContext } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let opened: House | undefined
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(() => {
  cleanup()
  opened?.stop()
})

async function open(children: ComponentChildren): Promise<{ link: FakeLink; house: House }> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')], ...inside)
  const house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  opened = house
  render(<HouseContext.Provider value={house}>{children}</HouseContext.Provider>)
  return { link, house }
}

const press = (word: string | RegExp) => fireEvent.click(screen.getByRole('button', { name: word }))
const row = (tail: string): HTMLElement => {
  const found = screen.getByText(`尾号${tail}`).closest<HTMLElement>('.card-row')
  if (!found) throw new Error(`no card ends ${tail}`)
  return found
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const nothing = () => undefined

describe('a member’s cards', () => {
  test('a lost one is blocked by one tap, which can be undone', async () => {
    const { link, house } = await open(<MemberCards card={card} onChanged={nothing} />)
    link.answerWith(() => done())
    fireEvent.click(within(row('6688')).getByRole('button', { name: '挂失' }))
    await waitFor(() => expect(house.notices.shown.value[0]?.text).toBe('尾号6688已挂失，马上生效'))
    house.notices.shown.value[0]?.undo?.()
    const named = { member: card.id, card: 'k1' }
    expect(link.sent).toEqual([
      { type: 'BlockCard', ...named },
      { type: 'UnblockCard', ...named },
    ])
    expect(within(row('0931')).queryByRole('button', { name: '挂失' })).toBeNull()
  })

  test('a new one is touched at a reader, and only its last four are shown', async () => {
    const changed = vi.fn()
    const { link } = await open(<MemberCards card={card} onChanged={changed} />)
    link.answerQueries(query => (query.type === 'ReadCard' ? { read: 'r1', tail: '1261' } : undefined))
    link.answerWith(() => done())
    press('加卡')
    expect(await screen.findByText('读到尾号1261')).toBeTruthy()
    press('保存')
    await waitFor(() => expect(changed).toHaveBeenCalled())
    expect(link.sent).toEqual([{ type: 'AddCard', member: card.id, from: { read: 'r1' } }])
  })

  test('nobody is told to touch one before the hub waits for it: it would check somebody in', async () => {
    const { link } = await open(<MemberCards card={card} onChanged={nothing} />)
    link.answerQueries(() => undefined)
    press('加卡')
    expect(await screen.findByText('正在连接')).toBeTruthy()
    expect(screen.queryByText('请碰一下卡')).toBeNull()
    cleanup()
    const asked = await open(<MemberCards card={card} onChanged={nothing} />)
    asked.link.answerQueries(() => ({}))
    press('加卡')
    expect(await screen.findByText('请碰一下卡')).toBeTruthy()
  })

  test('another member’s is refused in words, in the language that is chosen meanwhile too, and the dialog stays', async () => {
    const { link, house } = await open(<MemberCards card={card} onChanged={nothing} />)
    link.answerQueries(() => ({}))
    link.answerWith(() => refused(refuse('card-taken', 'look-again', { about: 'm2' })))
    fireEvent.click(within(row('6688')).getByRole('button', { name: '换卡' }))
    type('或输入卡面号码', '0045131261')
    press('保存')
    expect(await screen.findByText('此卡已是别的会员的')).toBeTruthy()
    expect(link.sent).toEqual([{ type: 'ReplaceCard', member: card.id, card: 'k1', from: { printed: '0045131261' } }])
    await house.chooseLanguage('en')
    expect(await screen.findByText("This is another member's card")).toBeTruthy()
  })
})

describe('a reader’s format', () => {
  test('that one card leaves open is learned from both', async () => {
    const device = { id: 'd2', name: '读卡器', kind: 'reader', online: true } as const
    const closed = vi.fn()
    const { link, house } = await open(<CardFormat device={device} onClose={closed} />)
    let reads = 0
    link.answerQueries(query => {
      if (query.type !== 'ReadCard') return undefined
      if (query.after === undefined) reads = 1
      else if (query.after === 'r1') reads = 2
      return { read: `r${reads}`, tail: reads === 1 ? '1261' : '0098' }
    })
    link.answerWith(() => refused(refuse('format-unclear', 'try-again')))
    await screen.findByText('读到尾号1261')
    type('卡面号码', '0045131261')
    press('ID卡')
    press('确定格式')
    expect(await screen.findByText('再碰一张卡，或输另一组号码')).toBeTruthy()
    expect(screen.getByText('已碰过1张卡')).toBeTruthy()
    await house.chooseLanguage('en')
    expect(await screen.findByText('Not sure. Another card or number')).toBeTruthy()
    await house.chooseLanguage('zh-Hans')
    link.answerWith(() => done())
    await screen.findByText('读到尾号0098')
    type('卡面号码', '0004340098')
    press('确定格式')
    await waitFor(() => expect(closed).toHaveBeenCalled())
    expect(link.sent.at(-1)).toEqual({
      type: 'SetCardFormat',
      device: 'd2',
      technology: 'em',
      samples: [
        { read: 'r1', printed: '0045131261' },
        { read: 'r2', printed: '0004340098' },
      ],
    })
  })
})

describe('a new member', () => {
  test('whose phone number is known is asked about once, and warned of a name that no screen can draw', async () => {
    const finished = vi.fn()
    const { link, house } = await open(<NewMember onDone={finished} />)
    type('称呼', '陈\u{2FFFD}姐')
    expect(await screen.findByText('◆ 这些字显示不出：\u{2FFFD}')).toBeTruthy()
    type('称呼', '陈姐')
    type('电话', '139-0000 1111')
    link.answerWith(() => refused(refuse('phone-taken', 'confirm', { about: 'm2' })))
    press('建档')
    await waitFor(() => expect(house.notices.question.value?.text).toBe('此电话已有会员，仍保存？'))
    link.answerWith(() => done({ member: 'm9' }))
    house.notices.answer(true)
    await waitFor(() => expect(finished).toHaveBeenCalledWith('m9'))
    expect(link.sent[0]).toEqual({
      type: 'NewMember',
      details: { called: '陈姐', tier: 'silver', welcome: false, discreet: false, phone: '13900001111' },
    })
  })

  test('keeps a long name that stood there before the field was opened', async () => {
    await open(<NameField label="称呼" of="called" value="Maximiliana Konstantinou" onValue={vi.fn()} />)
    const field = screen.getByLabelText('称呼')
    expect(field instanceof HTMLInputElement && field.checkValidity()).toBe(true)
    expect(screen.queryByText('◆ 太长了，大屏放不下')).toBeNull()
  })

  test('is not saved by a name that the lobby could not sing, and it is said why', async () => {
    const { link } = await open(<NewMember onDone={vi.fn()} />)
    link.answerWith(() => done({ member: 'm9' }))
    type('称呼', 'Maximiliana Konstantinou')
    expect(await screen.findByText('◆ 太长了，大屏放不下')).toBeTruthy()
    press('建档')
    expect(link.sent).toEqual([])
    type('称呼', 'Mrs Konstantinou')
    await waitFor(() => expect(screen.queryByText('◆ 太长了，大屏放不下')).toBeNull())
    press('建档')
    await waitFor(() => expect(link.sent).toMatchObject([{ details: { called: 'Mrs Konstantinou' } }]))
  })
})
