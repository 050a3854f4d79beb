/** Times and calls of the page, as staff say them. */
import type { CallKind, NightComp, NightKeep, NightUndone, Responses } from '../../../shared/protocol/night-report.ts'
import { complaints, deskCalls, services } from '../../../shared/protocol/words.ts'
import { itemName, roomName } from '../parts/names.ts'
import type { House } from '../state/house.ts'
import type { Speech } from '../state/speech.ts'

export function callKindWord({ t }: Pick<Speech, 't'>, what: CallKind): string {
  const service = services.find(one => one === what)
  if (service) return t(`service.${service}`)
  const complaint = complaints.find(one => `complaint-${one}` === what)
  if (complaint) return t('complaintIn', { what: t(`complaint.${complaint}`) })
  const why = deskCalls.find(one => `desk-${one}` === what)
  return why ? t(`desk.${why}`) : t('event.DeviceCopied')
}

/** Minutes and seconds: 0:45, 12:03. */
export const waitText = ({ format }: Pick<Speech, 'format'>, ms: number | undefined): string =>
  ms === undefined ? '–' : format.clock(ms)

/** The cells of a row of responses: calls, the usual wait, the longest, resolved, escalated. */
export function responseCells(speech: Pick<Speech, 'format'>, responses: Responses): string[] {
  const { calls, takenMedian, longestWait, resolved, escalated } = responses
  return [
    speech.format.number(calls),
    waitText(speech, takenMedian),
    waitText(speech, longestWait),
    `${resolved}/${calls}`,
    speech.format.number(escalated),
  ]
}

/** What was given: how many of a drink, or which kind of money. */
export const compWords = (
  { t, house }: Pick<Speech, 't'> & { readonly house: House },
  { item, qty = 1, kind }: NightComp,
): string => (item === undefined ? t(`compKind.${kind}`) : `${itemName(house, item)} ×${qty}`)

/** What came of a party whose bill was undone: its next one, the party that it joined, or nothing so far. */
export function afterUndone(
  { t, house }: Pick<Speech, 't'> & { readonly house: House },
  { again, joined }: NightUndone,
  money: (amount: number) => string,
): string {
  if (again !== undefined) return money(again)
  return joined === undefined ? t('notSettledAgain') : t('billJoined', { room: roomName(house, joined) })
}

/** What of an undone bill is money, and by how much the next one differs. */
export const undoneAmounts = ({ was, again }: NightUndone): readonly number[] => [was ?? [], again ?? []].flat()

export const differsBy = ({ was, again }: NightUndone): number | undefined =>
  was === undefined || again === undefined ? undefined : again - was

/** What became of a bottle, and how much of it; of a correction what was said before. */
export function keepStepWords({ t, list }: Pick<Speech, 't' | 'list'>, keep: NightKeep): string {
  const { what, tenths, was } = keep
  const step = t(`keepStep.${what}`)
  if (was) return `${step} ${list(correctedWords(t, keep, was))}`
  return tenths === undefined ? step : `${step} ${t('keepTenths', { tenths })}`
}

const correctedWords = (
  t: Speech['t'],
  { tenths, shelf }: NightKeep,
  was: NonNullable<NightKeep['was']>,
): readonly string[] => [
  ...(was.tenths !== undefined && tenths !== undefined
    ? [`${t('keepTenths', { tenths: was.tenths })} → ${t('keepTenths', { tenths })}`]
    : []),
  ...(was.shelf !== undefined ? [t('keepShelf', { shelf: `${was.shelf} → ${shelf}` })] : []),
  ...(was.owner ? [t('keepOtherOwner')] : []),
]
