import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LoadTexts } from '../i18n/guest-texts.ts'
import { kioskTexts } from '../i18n/kiosk-texts.ts'
import { createTranslator } from '../i18n/translator.ts'
import { createLanguage, type Language } from './language.ts'

let language: Language<'kiosk'>
const stop: { en: Promise<void> | undefined } = { en: undefined }

const texts: LoadTexts<'kiosk'> = async locale => {
  if (locale === 'en') await stop.en
  return kioskTexts(locale)
}

const shown = () => {
  const { locale, catalogue } = language.now.value
  return [locale, createTranslator<'kiosk'>(locale, catalogue)('touchCard'), document.documentElement.lang]
}

/** English does not come before it is let. */
function hold(): () => void {
  let come: () => void = () => undefined
  stop.en = new Promise(resolve => {
    come = resolve
  })
  return come
}

beforeEach(async () => {
  Object.assign(document, { fonts: { load: async () => [] } })
  stop.en = undefined
  language = await createLanguage(texts, 'zh-Hans')
})
afterEach(() => vi.restoreAllMocks())

describe('another language', () => {
  it('is shown when its texts are there: never a mark of one beside words of the other', async () => {
    const come = hold()
    const spoken = language.speak('en')
    expect(shown()).toEqual(['zh-Hans', '请碰一下会员卡', 'zh-Hans'])
    come()
    await spoken
    expect(shown()).toEqual(['en', 'Touch your card', 'en'])
  })

  it('that comes late gives way to the one chosen after it', async () => {
    const come = hold()
    const late = language.speak('en')
    await language.speak('zh-Hant')
    come()
    await late
    expect(shown()).toEqual(['zh-Hant', '請碰一下會員卡', 'zh-Hant'])
  })

  it('that does not come leaves what is there, and is tried again when it is asked for again', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined)
    stop.en = Promise.reject(new Error('the hub is away'))
    await language.speak('en')
    expect(shown()).toEqual(['zh-Hans', '请碰一下会员卡', 'zh-Hans'])
    expect(await language.fetchAhead()).toBe(false)
    stop.en = undefined
    await language.speak('en')
    expect(shown()).toEqual(['en', 'Touch your card', 'en'])
  })
})
