import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../../shared/protocol/answer.ts'
import type { Query } from '../../../../shared/protocol/queries.ts'
import { refuse } from '../../../../shared/protocol/refusals.ts'
import { house as rooms, self, staffSlices, tonight } from '../../stage/evening.ts'
import { createFakeLink } from '../../stage/fake-link.ts'
import { planOf, songsSetup } from '../../stage/songs.ts'
import { createHouse, type House, HouseContext } from '../../state/house.ts'
import { createSpeech } from '../../state/speech.ts'
import { loadSetupWords } from '../setup-words.ts'
import { SongsSection } from './songs-section.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let opened: House | undefined
afterEach(() => {
  cleanup()
  opened?.stop()
})

async function open(answer: (query: Query) => unknown = answerOf) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...staffSlices, ['self', self('manager')])
  link.answerQueries(answer)
  link.answerWith(() => done())
  const house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  opened = house
  await loadSetupWords('zh-Hans')
  render(
    <HouseContext.Provider value={house}>
      <SongsSection />
    </HouseContext.Provider>,
  )
  return { link, house }
}

const answerOf = (query: Query): unknown => (query.type === 'PlanSongs' ? planOf(query) : songsSetup)
const choose = (name: string) =>
  fireEvent.change(screen.getByLabelText('选文件', { selector: 'input' }), {
    target: { files: [new File(['歌名,歌手'], name)] },
  })

describe('a file of songs', () => {
  test('is told before it is taken: what is new, what is left out and where, and what becomes of the rest', async () => {
    const { link } = await open()
    expect(await screen.findByText(/雷石曲库-11月\.csv，共299,262首，林静/)).toBeTruthy()
    choose('十二月.csv')
    expect(await screen.findByText('GB18030（简体），分隔符 ,')).toBeTruthy()
    expect(screen.getByText('第88120行').parentElement?.textContent).toContain('重复')
    fireEvent.click(screen.getByRole('button', { name: '下架' }))
    fireEvent.click(await screen.findByRole('button', { name: '导入，共300,409首' }))
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'ImportSongs', catalogue: 'songs/c1' }))
    await waitFor(() => expect(screen.queryByText('十二月.csv')).toBeNull())
  })

  test('that lacks a column says which, and what to do', async () => {
    await open()
    choose('columns.csv')
    expect(await screen.findByText('缺少必要的列')).toBeTruthy()
    expect(screen.getByText('第一行没有歌名。把那一列的名字改成它，再选一次。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /导入/ })).toBeNull()
  })

  test('cannot be taken before it could be sung at once, and is asked about until then', async () => {
    let asked = 0
    await open(query => {
      if (query.type !== 'PlanSongs') return songsSetup
      asked += 1
      return asked === 1 ? { state: 'reading' } : { ...planOf(query), ready: asked > 2 }
    })
    choose('十二月.csv')
    expect(await screen.findByText('正在看文件…')).toBeTruthy()
    const wait = await screen.findByRole('button', { name: '正在准备…' })
    expect(wait).toHaveProperty('disabled', true)
    expect(await screen.findByRole('button', { name: '导入，共300,466首' })).toBeTruthy()
  })

  test('is asked about once more where a busy hub answered nothing', async () => {
    const { link } = await open()
    const { ask } = link
    let plans = 0
    link.ask = async query => {
      if (query.type === 'PlanSongs') plans += 1
      return plans === 1 ? refused(refuse('too-fast', 'wait', { waitMs: 100 })) : ask(query)
    }
    choose('十二月.csv')
    expect(await screen.findByRole('button', { name: '导入，共300,466首' })).toBeTruthy()
  })

  test('that did not get through says so', async () => {
    const { link } = await open()
    link.sendFile = async () => false
    choose('十二月.csv')
    expect(await screen.findByText('没传上去，看看网络再选一次')).toBeTruthy()
    await loadSetupWords('en')
    expect(await screen.findByText('It did not get through: look at the network and choose it again')).toBeTruthy()
  })
})
