/** `/hub/trust/stage/?trust=untrusted&locale=en`: every state of the page, without a hub. */
import '../../../shared/ui/tokens.css'
import '../../../shared/ui/base.css'
import { parseLocale } from '../../../shared/i18n/locale.ts'
import type { About, Hub, Trust } from '../hub.ts'
import { showPage } from '../show-page.tsx'

const asked = new URLSearchParams(location.search)
const state = asked.get('trust') ?? 'untrusted'

const about: About = {
  secure: 'https://192.168.1.20:8080',
  page: 'http://192.168.1.20:8081/trust',
  ...(state !== 'own' && {
    fingerprint: '3F:0A:91:C4:77:5B:E2:18:AD:60:3C:F9:42:8E:D1:05:B7:6A:29:F3:54:0C:9D:E8:11:7F:A6:38:C2:5D:90:4B',
    until: Date.parse('2046-11-20'),
  }),
}
const states: readonly Exclude<Trust, 'checking'>[] = ['trusted', 'untrusted', 'unreachable']
const hub: Hub = {
  about: async () => (state === 'away' ? undefined : about),
  check: async () => {
    if (state === 'checking') return new Promise(() => undefined)
    return states.find(each => each === state) ?? 'trusted'
  },
}

void showPage(hub, parseLocale(asked.get('locale') ?? '') ?? 'zh-Hans')
