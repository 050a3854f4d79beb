/** What came of a page that the ticket printer was asked for. */
import type { QueryAnswer } from '../../../shared/protocol/answer.ts'
import type { AnswerOf } from '../../../shared/protocol/queries.ts'
import type { House } from '../state/house.ts'
import type { Words } from '../state/notices.ts'

export function sayPrinted(
  house: House,
  answer: QueryAnswer<AnswerOf['TestPrinter' | 'PrintKeep']>,
  well: Words,
): void {
  if (!answer.ok) return house.complain(answer.refusal)
  const { state } = answer.value
  if (state === 'well') return house.notices.say(well)
  house.notices.complain(({ t }) => (state === 'none' ? t('printerNone') : t(`printer.${state}`)))
}
