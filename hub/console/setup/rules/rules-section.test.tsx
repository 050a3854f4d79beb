import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../../shared/protocol/answer.ts'
import { open, pressSave } from '../open-section.testing.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the rules in set-up', () => {
  test('only what was changed is sent, and unchanged there is nothing to save', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '3' } })
    fireEvent.change(screen.getByRole('combobox', { name: '评价送一份' }), { target: { value: '' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: { answerMs: { service: 180_000, complaint: 120_000, vip: 60_000 }, feedbackReward: '' },
    })
  })

  test('a category has clocks of its own, one each, and loses them', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const add = await screen.findByRole<HTMLSelectElement>('combobox', { name: '加一类' })
    const offered = () => [...add.options].map(({ value }) => value)
    expect(offered()).not.toContain('ice')
    fireEvent.change(add, { target: { value: 'audio' } })
    const audio = within(screen.getByRole('group', { name: '投诉：话筒音响' }))
    expect(offered()).not.toContain('audio')
    // It begins with what held until now.
    expect(audio.getByRole<HTMLInputElement>('spinbutton', { name: '几分钟内有人到' }).value).toBe('2')
    fireEvent.input(audio.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '1' } })
    fireEvent.click(within(screen.getByRole('group', { name: '冰块' })).getByRole('button', { name: '删除' }))
    fireEvent.click(within(screen.getByRole('group', { name: '哪些等级算贵宾' })).getByRole('button', { name: '金卡' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: {
        requestClocks: [{ of: 'audio', answerMs: 60_000, resolveMs: 900_000 }],
        vipTiers: ['diamond', 'black', 'gold'],
      },
    })
  })

  test('what follows another is neither emptied nor out of bounds with it: the one that was typed says so alone', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    const ofCalls = calls.getByRole('spinbutton', { name: '几分钟内办好' })
    const ofIce = within(screen.getByRole('group', { name: '冰块' })).getByRole('spinbutton', { name: '几分钟内办好' })
    for (const typed of ['500', '']) {
      fireEvent.input(ofCalls, { target: { value: typed } })
      await waitFor(() => expect(screen.getAllByText('填1到240')).toHaveLength(1))
      expect(ofIce).toHaveProperty('value', '15')
    }
    fireEvent.change(screen.getByRole('combobox', { name: '加一类' }), { target: { value: 'cups' } })
    const cups = within(await screen.findByRole('group', { name: '杯子' }))
    expect(cups.getByRole('spinbutton', { name: '几分钟内办好' })).toHaveProperty('value', '15')
    fireEvent.input(ofCalls, { target: { value: '20' } })
    await waitFor(() => expect(ofIce).toHaveProperty('value', '20'))
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '500' } })
    await screen.findByText('填1到240')
    expect(calls.queryByText(/没人应/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })

  test('how long a name is sung, who is waited for and how many songs lie ready are set here, within bounds', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const set = (name: string, value: string) => {
      const field = screen.getByRole('spinbutton', { name })
      fireEvent.input(field, { target: { value } })
      fireEvent.blur(field)
    }
    await screen.findByRole('group', { name: '呼叫' })
    set('大堂唱名几秒', '20')
    set('备几首歌（0：不备）', '0')
    set('几秒内没有工作台响过，马上升级（0：不管）', '0')
    // Nobody reads a name in two seconds.
    set('大堂唱名几秒', '2')
    await screen.findByText('填10到120')
    pressSave()
    set('大堂唱名几秒', '20')
    await waitFor(() => expect(screen.queryByText('填10到120')).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: { welcomeMs: 20_000, preloadSongs: 0, heardWithinMs: 0 },
    })
  })

  test('what may be given, and from where on it takes two, the owner says and no manager', async () => {
    const above = () => screen.findByRole<HTMLInputElement>('textbox', { name: '满多少要两个人' })
    await open('规则')
    expect((await above()).closest('fieldset')).toHaveProperty('disabled', true)
    expect(screen.getByText('只有老板能改')).toBeTruthy()
    cleanup()
    const link = await open('规则', undefined, undefined, 'owner')
    link.answerWith(() => done())
    fireEvent.input(await above(), { target: { value: '900' } })
    expect(screen.queryByText('只有老板能改')).toBeNull()
    pressSave()
    await waitFor(() =>
      expect(link.sent).toEqual([{ type: 'SavePolicy', rev: 0, changes: { compSecondAbove: 90_000 } }]),
    )
  })

  test('whoever hears of a call next is said, by the clock that was typed', async () => {
    await open('规则')
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '3' } })
    expect(calls.getByText('没人应：3分钟后叫楼面全体和经理，9分钟后叫老板')).toBeTruthy()
  })

  test('the printer is given by its address, which must be one', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const address = await screen.findByRole('textbox', { name: '出单打印机地址（空着就没有）' })
    fireEvent.input(address, { target: { value: 'http://x' } })
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('填本店网络里的地址，如 192.168.1.80')).toBeTruthy()
    fireEvent.input(address, { target: { value: ' 192.168.1.90 ' } })
    fireEvent.click(screen.getByRole('button', { name: '58 毫米' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { ticketPrinter: { host: '192.168.1.90', port: 9100, paper: 58 } },
    })
  })

  test('the Wi-Fi is given as a router takes it, and what is not is said', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const type = async (name: RegExp, value: string) =>
      fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })
    const wrong = async (words: string) => {
      expect(await screen.findByText(words)).toBeTruthy()
      expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    }
    await type(/^Wi-Fi 密码/, 'singalong！')
    await wrong('8到63位，只用英文字母、数字和半角符号')
    await type(/^Wi-Fi 密码/, 'singalong!')
    await type(/^客人 Wi-Fi/, '唱名量贩式歌厅客人网络')
    await wrong('太长了：最多32个字母，或10个汉字')
    await type(/^客人 Wi-Fi/, '唱名客人')
    await waitFor(() => expect(screen.queryByText(/太长了/)).toBeNull())
    pressSave()
    await waitFor(() =>
      expect(link.sent).toMatchObject([{ changes: { wifi: { ssid: '唱名客人', password: 'singalong!' } } }]),
    )
  })

  test('the sign in the lobby is the house’s own, its first name first', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const field = (language: string) => screen.findByRole('textbox', { name: new RegExp(`^大堂招牌.* ${language}$`) })
    fireEvent.input(await field('English'), { target: { value: 'GOLDEN MIC' } })
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    fireEvent.input(await field('简体'), { target: { value: '金曲会' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { sign: { zhHans: '金曲会', en: 'GOLDEN MIC' } },
    })
  })

  test('a sign of blanks is none', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    fireEvent.input(await screen.findByRole('textbox', { name: /^大堂招牌.* 简体$/ }), { target: { value: ' ' } })
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ changes: { sign: { zhHans: '' } } }]))
  })

  test('a line for the lobby is added', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一句' }))
    fireEvent.input(screen.getByRole('textbox', { name: '第2句 简体' }), { target: { value: '今晚有惊喜' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { welcomeLines: [{ zhHans: '欢迎光临', en: 'Welcome' }, { zhHans: '今晚有惊喜' }] },
    })
  })
})
