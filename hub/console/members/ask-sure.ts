/** A family may share a number; more often the same guest is written down twice: who saves is asked once. */
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { House } from '../state/house.ts'

export function askSure(house: House, refusal: Refusal, yes: string, onYes: () => void): void {
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t('sureTitle'),
    text: house.wordsOf(refusal),
    yes,
    no: t('cancel'),
    grave: false,
    onYes,
  })
}
