/** How a call stands, in the guest's words: 已收到 → 小陈接单 → 在路上 → 好了. */
import type { LocalizedText } from '../../shared/i18n/localized.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { urgedWords } from '../../shared/i18n/urged-words.ts'
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { ShownRequest } from './shown-requests.ts'

/** Taps on one call closer than this are one; later ones are 已催. */
export const mashMs = 2500

/** `unsent`: what is said of a tap that has not left yet. */
export function requestStatus(
  request: ShownRequest,
  t: Translate<'panel'>,
  own: (text: LocalizedText) => string,
  unsent: string | undefined,
): string {
  switch (request.at) {
    case 'sending':
      return unsent ?? t('requestReceived')
    case 'received':
      return t('requestReceived')
    case 'later':
      return t('requestLater')
    case 'taken':
      return request.staff ? t('requestTaken', { staff: own(request.staff) }) : t('somebodyComing')
    case 'on-the-way':
      return request.staff ? t('onTheWayBy', { staff: own(request.staff) }) : t('requestOnTheWay')
    case 'answered':
      return t(request.outcome === 'not-possible' ? 'outcome.not-possible' : 'isItDone')
    default:
      return assertNever(request)
  }
}

/** 已催, beside how it stands: until it is answered. */
export const urgedWord = ({ at, times }: ShownRequest, t: Translate<'panel'>): string | undefined =>
  at === 'answered' ? undefined : urgedWords(t, times)
