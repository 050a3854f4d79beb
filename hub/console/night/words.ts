/** Times and calls of the page, as staff say them. */
import type { CallKind, NightKeep, Responses } from '../../../shared/protocol/night-report.ts'
import { complaints, services } from '../../../shared/protocol/words.ts'
import type { Speech } from '../state/speech.ts'

export function callKindWord({ t }: Pick<Speech, 't'>, what: CallKind): string {
  const service = services.find(one => one === what)
  if (service) return t(`service.${service}`)
  const complaint = complaints.find(one => `complaint-${one}` === what)
  if (complaint) return t('complaintIn', { what: t(`complaint.${complaint}`) })
  return what === 'desk' ? t('device.kiosk') : t('devices')
}

/** Minutes and seconds: 0:45, 12:03. */
export const waitText = ({ format }: Pick<Speech, 'format'>, ms: number | undefined): string =>
  ms === undefined ? '–' : format.clock(ms)

/** The cells of a row of responses: calls, the usual wait, the longest, resolved, escalated. */
export function responseCells(speech: Pick<Speech, 'format'>, responses: Responses): string[] {
  const { calls, takenMedian, takenWorst, resolved, escalated } = responses
  return [
    speech.format.number(calls),
    waitText(speech, takenMedian),
    waitText(speech, takenWorst),
    `${resolved}/${calls}`,
    speech.format.number(escalated),
  ]
}

/** What became of a bottle, and how much of it. */
export function keepStepWords({ t }: Pick<Speech, 't'>, { what, tenths }: NightKeep): string {
  const step = t(`keepStep.${what}`)
  return tenths === undefined ? step : `${step} ${t('keepTenths', { tenths })}`
}
