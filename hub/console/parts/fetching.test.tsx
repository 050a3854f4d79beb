/** No screen stays at 正在读取 for ever: why there is nothing stands where it would be, with the key to ask once more. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { Night } from '../night/night.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink, type FakeLink } from '../stage/fake-link.ts'
import { night } from '../stage/night.ts'
import { createHouse, type House, HouseContext } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))
// Nothing is drawn here.
vi.mock('uplot', () => ({
  default: class {
    destroy = () => undefined
  },
}))

let opened: House | undefined
afterEach(() => {
  cleanup()
  opened?.stop()
})

/** 早报 on a hub that gives no answer until `link.answerQueries`. */
async function open(locale: Locale = 'zh-Hans', connection: 'online' | 'offline' = 'online'): Promise<FakeLink> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')], ...inside)
  link.connection.value = { at: connection }
  const house = createHouse(link, await createSpeech(locale, () => link.one('venue')))
  opened = house
  render(
    <HouseContext.Provider value={house}>
      <Night />
    </HouseContext.Provider>,
  )
  return link
}

const answers = (link: FakeLink) =>
  link.answerQueries(query => (query.type === 'TellNight' ? { ...night, day: query.day } : { nights: [night.day] }))

describe('a page that the hub does not answer', () => {
  test.each([
    ['zh-Hans', '主机还没有回音，会自动再问', '再试一次'],
    ['zh-Hant', '主機還沒有回音，會自動再問', '再試一次'],
    ['en', 'No answer from the hub yet: asking again', 'Try again'],
  ] as const)('says so in its place, with the key to ask once more (%s)', async (locale, words, key) => {
    const link = await open(locale)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(document.querySelector('.fetching')).toBeNull()
    answers(link)
    fireEvent.click(screen.getByRole('button', { name: key }))
    await waitFor(() => expect(document.querySelector('table')).toBeTruthy())
    expect(screen.queryByText(words)).toBeNull()
  })

  test('is there once the hub is back, and nobody has to ask', async () => {
    const link = await open('zh-Hans', 'offline')
    expect(await screen.findByText('连不上主机，连上后自动读取')).toBeTruthy()
    answers(link)
    link.connection.value = { at: 'online' }
    expect(await screen.findByRole('region', { name: '开台' })).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull())
  })
})
