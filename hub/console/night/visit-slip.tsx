/** 对单: one party's orders, each with whose hands it went through and when, and what the bill comes to. */

import IconPrinter from '~icons/lucide/printer'
import type { SlipStep, VisitSlip } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { dot } from '../parts/dot.ts'
import { Fetching, Missing } from '../parts/fetching.tsx'
import { deviceName, itemName, peopleNames, roomName } from '../parts/names.ts'
import { Sheet } from '../parts/sheet.tsx'
import { useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import './night.css'
import { VisitBill } from './visit-bill.tsx'
import { keepStepWords } from './words.ts'

interface VisitSlipProps {
  day: string
  visit: Id
  onClose: () => void
  /** Over a room and not on the night's page, which is what goes on paper. */
  beside?: true
}

export function VisitSlipSheet({ day, visit, onClose, beside }: VisitSlipProps) {
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
              <strong>{order.undone ? <s>{format.money(order.total)}</s> : format.money(order.total)}</strong>
            </p>
            <p>{order.lines.map(({ item, qty }) => `${itemName(house, item)} ×${qty}`).join(dot)}</p>
            <ol class="slip-steps">
              {order.steps.map((step, at) => (
                <li key={`${step.what}${at}`}>
                  <span>{format.time(step.at)}</span>
                  <span>{t(`step.${step.what}`)}</span>
                  <span class="quiet">{[whatOf(order, step), handOf(step)].filter(Boolean).join(' ')}</span>
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
      {slip && <VisitBill slip={slip} />}
      {slip && (
        <div class="slip-print">
          {beside ? (
            <Button variant="quiet" word={t('close')} onPress={onClose} />
          ) : (
            <Button variant="quiet" icon={IconPrinter} word={t('print')} onPress={() => print()} />
          )}
        </div>
      )}
    </Sheet>
  )

  /** Of a step that is about a line: which, and how many of it. */
  function whatOf({ lines }: VisitSlip['orders'][number], { line, qty }: SlipStep): string | undefined {
    const item = lines.find(one => one.line === line)?.item
    return item === undefined ? undefined : `${itemName(house, item)} ×${qty}`
  }

  /** Who did it; a tap in the room is the guests', by whichever device it was made. */
  function handOf({ staff, second, device }: SlipStep): string {
    const people = peopleNames(house, staff, second)
    if (people !== '') return people
    if (device === undefined) return t('byItself')
    const known = house.link.get('device', device)
    return known ? deviceName(house, known) : '—'
  }
}
