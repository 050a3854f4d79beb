import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { open } from '../app.testing.tsx'
import { keptLocale } from '../state/speech.ts'

/** A language whose texts come late, or not at all. */
const texts = vi.hoisted(() => ({ come: new Map<string, Promise<void>>() }))
vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))
vi.mock('../../../shared/i18n/catalogue.ts', async original => {
  const real = await original<typeof import('../../../shared/i18n/catalogue.ts')>()
  return {
    async loadCatalogue(surface: 'console', locale: Locale) {
      await texts.come.get(locale)
      return real.loadCatalogue(surface, locale)
    },
  }
})

beforeEach(() => texts.come.clear())

const choose = (name: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: /^(语言|語言|Language)$/ })).getByRole('button', { name }))

test('a language that does not come is said to, and not kept; once it can be had it is', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  const { house } = await open('manager')
  const before = keptLocale('c1')
  texts.come.set('zh-Hant', Promise.reject(new Error('the hub is away')))
  choose('繁體中文')
  expect(await screen.findByText('连不上主机，语言没换')).toBeTruthy()
  expect([house.speech.value.locale, keptLocale('c1')]).toEqual(['zh-Hans', before])
  texts.come.clear()
  choose('繁體中文')
  await waitFor(() => expect(keptLocale('c1')).toBe('zh-Hant'))
  expect(house.speech.value.locale).toBe('zh-Hant')
  warned.mockRestore()
})

test('of two that are chosen quickly the last one stays', async () => {
  let come: () => void = () => undefined
  texts.come.set(
    'zh-Hant',
    new Promise(resolve => {
      come = resolve
    }),
  )
  const { house } = await open('manager')
  const late = house.chooseLanguage('zh-Hant')
  choose('English')
  await waitFor(() => expect(house.speech.value.locale).toBe('en'))
  come()
  await late
  expect([house.speech.value.locale, keptLocale('c1')]).toEqual(['en', 'en'])
})
