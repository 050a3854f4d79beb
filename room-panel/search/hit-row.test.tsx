import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { commands, openPanel } from '../panel.testing.tsx'
import { removeEntry } from '../playlist/removals.ts'

const topKey = (title: string) => screen.findByRole<HTMLButtonElement>('button', { name: `顶歌 ${title}` })

describe('顶歌 on what was found', () => {
  test('moves a song that waits already, and adds no second one', async () => {
    const opened = await openPanel('search')
    const key = await topKey('海阔天空')
    for (let mash = 0; mash < 5; mash += 1) fireEvent.click(key)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'TopEntry', entry: 'e1' }]))
  })

  test('right after 点歌 is no mash of it, and the song is there once, at the top', async () => {
    const opened = await openPanel('search')
    opened.link.answerWith(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: /^富士山下/ }))
    await screen.findByRole('button', { name: '富士山下 陈奕迅 已点' })
    const key = await topKey('富士山下')
    fireEvent.click(key)
    const waiting = () => opened.link.pending.value.map(({ command }) => command)
    const add = { type: 'AddSong', song: 's9' }
    await waitFor(() => expect(waiting()).toEqual([add, { ...add, top: true }]))
    await waitFor(() => expect(key.disabled).toBe(true))
  })

  test('adds a song that is not on the list once, at the top', async () => {
    const opened = await openPanel('search')
    const key = await topKey('富士山下')
    for (let mash = 0; mash < 5; mash += 1) fireEvent.click(key)
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'AddSong', song: 's9', top: true }]))
  })

  test('is no key for what plays or is next', async () => {
    await openPanel('search')
    expect((await topKey('月亮代表我的心')).disabled).toBe(true)
    expect((await topKey('后来')).disabled).toBe(true)
    expect((await topKey('海阔天空')).disabled).toBe(false)
  })

  test('on a song whose 删除 can still be taken back takes it back', async () => {
    const opened = await openPanel('search')
    const key = await topKey('海阔天空')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    removeEntry(opened.panel, 'e1')
    fireEvent.click(key)
    await vi.advanceTimersByTimeAsync(9000)
    expect(commands(opened)).toEqual([{ type: 'TopEntry', entry: 'e1' }])
  })
})
