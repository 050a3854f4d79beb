/** 对单: one party's orders, each with whose hands it went through and when. */

import type { VisitSlip } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { dot } from '../parts/dot.ts'
import { Fetching, Missing } from '../parts/fetching.tsx'
import { deviceName, itemName, peopleNames, roomName } from '../parts/names.ts'
import { Sheet } from '../parts/sheet.tsx'
import { useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import { keepStepWords } from './words.ts'

export function VisitSlipSheet({ day, visit, onClose }: { day: string; visit: Id; onClose: () => void }) {
  const speech = useSpeech()
  const { t, format, house } = speech
  const asked = useAnswer({ type: 'TellVisit', day, visit })
  const slip = asked.value
  const title = slip ? `${t('slip')} · ${roomName(house, slip.room)} · ${format.time(slip.openedAt)}` : t('slip')
  return (
    <Sheet title={title} label={t('slip')} onClose={onClose}>
      <Missing asked={asked} />
      {!slip && !asked.refusal && <Fetching />}
      {slip?.orders.length === 0 && <p class="quiet">{t('noOrders')}</p>}
      <ol class="slip">
        {slip?.orders.map(order => (
          <li key={order.order}>
            <p class="slip-head">
              <strong>{t(`source.${order.source}`)}</strong>
              <strong>{format.money(order.total)}</strong>
            </p>
            <p>{order.lines.map(({ item, qty }) => `${itemName(house, item)} ×${qty}`).join(dot)}</p>
            <ol class="slip-steps">
              {order.steps.map((step, at) => (
                <li key={`${step.what}${at}`}>
                  <span>{format.time(step.at)}</span>
                  <span>{t(`step.${step.what}`)}</span>
                  <span class="quiet">{handOf(step)}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {slip && slip.keeps.length > 0 && (
        <>
          <h3>{t('keepsOfNight')}</h3>
          <ol class="slip-steps">
            {slip.keeps.map((keep, at) => (
              <li key={`${keep.label ?? ''}${at}`}>
                <span>{format.time(keep.at)}</span>
                <span>{keepStepWords(speech, keep)}</span>
                <span>
                  {[keep.label, keep.item === undefined ? undefined : itemName(house, keep.item)]
                    .filter(Boolean)
                    .join(' ')}{' '}
                  <span class="quiet">{peopleNames(house, keep.by, keep.second)}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {slip && (
        <p class="slip-head">
          <span>{t('ordered')}</span>
          <strong>{format.money(slip.total)}</strong>
        </p>
      )}
    </Sheet>
  )

  /** Who did it; a tap in the room is the guests', by whichever device it was made. */
  function handOf({ staff, second, device }: VisitSlip['orders'][number]['steps'][number]): string {
    const people = peopleNames(house, staff, second)
    if (people !== '') return people
    if (device === undefined) return t('byItself')
    const known = house.link.get('device', device)
    return known ? deviceName(house, known) : '—'
  }
}
