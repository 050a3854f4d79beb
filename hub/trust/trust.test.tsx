import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { type About, createHub, type Hub } from './hub.ts'
import { platformOf } from './platform.ts'
import { TrustPage } from './trust.tsx'

const about: About = {
  secure: 'https://192.168.1.20:8080',
  page: 'http://192.168.1.20:8081/trust',
  fingerprint: 'AA:BB',
  until: 2_000_000_000_000,
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(hub: Pick<Hub, 'check'>, found: About | undefined = about) {
  const t = createTranslator<'trust'>('en', await loadCatalogue('trust', 'en'))
  const whole: Hub = { about: async () => found, ...hub }
  render(<TrustPage t={t} hub={whole} about={found} platform="android" onLanguage={() => undefined} />)
}

describe('the trust page', () => {
  it('says no until the device trusts the hub, then opens it', async () => {
    let answer: 'untrusted' | 'trusted' = 'untrusted'
    await open({ check: async () => answer })
    expect(await screen.findByText('Not trusted yet: follow the steps')).toBeDefined()
    expect(screen.queryByText('Open Changming')).toBeNull()
    answer = 'trusted'
    screen.getByRole('button', { name: 'Check again' }).click()
    const link = await screen.findByRole('link', { name: 'Open Changming' })
    expect(link.getAttribute('href')).toBe(about.secure)
  })

  it('says what was found out last, in whatever order the answers come', async () => {
    const answers: ((found: 'untrusted' | 'trusted') => void)[] = []
    await open({ check: () => new Promise(answer => answers.push(answer)) })
    document.dispatchEvent(new Event('visibilitychange'))
    const [before, after] = answers
    // The first was asked before the certificate was installed, and waited for its patience's end.
    await act(async () => after?.('trusted'))
    await act(async () => before?.('untrusted'))
    expect(screen.getByRole('link', { name: 'Open Changming' })).toBeDefined()
  })

  it('has the steps and the file of each platform', async () => {
    await open({ check: async () => 'untrusted' })
    const file = () => screen.getByRole('link', { name: 'Get the certificate' }).getAttribute('href')
    expect(file()).toBe('/trust/changming-ca.crt')
    expect(screen.getAllByRole('listitem')).toHaveLength(5)
    screen.getByRole('tab', { name: 'iPad' }).click()
    expect(await screen.findByText(/Certificate Trust Settings/)).toBeDefined()
    expect(file()).toBe('/trust/changming-ca.mobileconfig')
    screen.getByRole('tab', { name: 'Mac' }).click()
    expect(await screen.findByText(/Always Trust/)).toBeDefined()
    expect(file()).toBe('/trust/changming-ca.crt')
  })

  it('has nothing to install where devices know the certificate', async () => {
    await open({ check: async () => 'trusted' }, { secure: about.secure, page: about.page })
    expect(screen.getByText(/nothing to install/)).toBeDefined()
    expect(screen.queryByRole('tab')).toBeNull()
  })
})

describe('whether it is trusted', () => {
  const answers = (known: Record<string, unknown>) =>
    vi.stubGlobal('fetch', async (address: string) => {
      const found = known[address]
      if (found === undefined) throw new TypeError('Failed to fetch')
      return { json: async () => found }
    })

  it('is found out by asking over HTTPS, and a hub that is away is not taken for one that is not believed', async () => {
    answers({ 'https://192.168.1.20:8080/trust/test': { secure: true }, '/trust/about': about })
    expect(await createHub().check(about)).toBe('trusted')
    answers({ '/trust/about': about })
    expect(await createHub().check(about)).toBe('untrusted')
    answers({})
    expect(await createHub().check(about)).toBe('unreachable')
    expect(await createHub().about()).toBeUndefined()
  })
})

it.each([
  ['Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/131 Safari/537.36', 5, 'android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 5, 'ipad'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 0, 'mac'],
  ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Safari/604.1', 5, 'ipad'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131 Safari/537.36', 0, 'windows'],
  // A touch laptop is no iPad.
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/131', 10, 'windows'],
])('%s is a %s', (agent, touchPoints, platform) => {
  expect(platformOf(agent, touchPoints)).toBe(platform)
})
