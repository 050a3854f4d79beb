/**
 * The night in a line: what the role may see of it. Where the line is short the last give way: what is not in the cashier is money, and no
 * card asks for it; calls are counted at 现场 as well, and what only tells can wait.
 */
import { type Figure, FigureList } from '../parts/figure-list.tsx'
import { useSpeech } from '../state/house.ts'

export function Figures() {
  const { t, format, house } = useSpeech()
  const night = house.link.one('night')
  if (!night) return null
  const { occupied, rooms, guests, openRequests, openComplaints, turnover, comps, unticked } = night
  const figures: readonly Figure[] = [
    { label: t('roomsInUse'), value: `${occupied}/${rooms}` },
    ...(unticked === undefined ? [] : [{ label: t('untickedFigure'), value: format.number(unticked) }]),
    { label: t('openCallsFigure'), value: format.number(openRequests) },
    { label: t('openComplaintsFigure'), value: format.number(openComplaints), bad: openComplaints > 0 },
    { label: t('guestsInHouse'), value: format.number(guests) },
    ...(turnover === undefined ? [] : [{ label: t('turnover'), value: format.money(turnover) }]),
    ...(comps === undefined ? [] : [{ label: t('compsFigure'), value: format.money(comps) }]),
  ]
  return <FigureList class="figures" figures={figures} />
}
