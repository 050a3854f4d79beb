/**
 * A family may share a number; more often the same guest is written down twice: who saves is asked once, and told whose the number
 * is, as far as the hub says so. Kept until the question stands there: nobody saves a second time meanwhile.
 */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { type House, may } from '../state/house.ts'

interface Sure {
  /** The yes. */
  readonly word: string
  readonly onYes: () => void
  /** To the file that has the number already. */
  readonly onOpen: (member: Id) => void
}

export async function askSure(house: House, refusal: Refusal, { word, onYes, onOpen }: Sure): Promise<void> {
  const whose = await whoseNumber(house, refusal)
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t('sureTitle'),
    text: whose ? t('phoneOf', { name: whose.called }) : house.wordsOf(refusal),
    yes: word,
    no: t('cancel'),
    grave: false,
    onYes,
    ...(whose && { other: { word: t('seeFile'), onOther: () => onOpen(whose.id) } }),
  })
}

async function whoseNumber(house: House, { refused, about }: Refusal) {
  if (refused !== 'phone-taken' || about === undefined || !may(house, 'MemberCard')) return undefined
  const answer = await house.link.ask({ type: 'MemberCard', member: about })
  return answer.ok ? answer.value : undefined
}
