import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { MemberRecord } from '../members/member-record.tsx'
import { NightPage } from '../night/night-page.tsx'
import { card, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { night } from '../stage/night.ts'
import { createHouse, type House, HouseContext } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let house: House

afterEach(() => {
  cleanup()
  house.stop()
})

const words = ['唱歌', '开台到第一首', '常唱', '海阔天空']

it.each([
  [true, words],
  [false, []],
])('where songs are %s a night and a file tell accordingly', async (songs, told) => {
  const link = createFakeLink('c1', tonight)
  const [venue] = rooms
  link.put(...rooms, ['venue', { ...venue[1], songs }], ['self', self('manager')])
  house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  const { container } = render(
    <HouseContext.Provider value={house}>
      <NightPage report={night} onVisit={() => undefined} />
      <MemberRecord card={card} actions={undefined} onChanged={() => undefined} />
    </HouseContext.Provider>,
  )
  const text = container.textContent ?? ''
  expect(words.filter(word => text.includes(word))).toEqual(told)
})
