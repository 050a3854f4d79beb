/** The night in a line: what the role may see of it. */
import { useSpeech } from '../state/house.ts'

export function Figures() {
  const { t, format, house } = useSpeech()
  const night = house.link.one('night')
  if (!night) return null
  const { occupied, rooms, guests, openRequests, openComplaints, turnover, comps, unticked } = night
  const figures: readonly (readonly [label: string, value: string, bad?: boolean])[] = [
    [t('roomsInUse'), `${occupied}/${rooms}`],
    [t('guestsInHouse'), format.number(guests)],
    [t('openCallsFigure'), format.number(openRequests)],
    [t('openComplaintsFigure'), format.number(openComplaints), openComplaints > 0],
    ...(turnover === undefined ? [] : [[t('turnover'), format.money(turnover)] as const]),
    ...(comps === undefined ? [] : [[t('compsFigure'), format.money(comps)] as const]),
    ...(unticked === undefined ? [] : [[t('untickedFigure'), format.number(unticked)] as const]),
  ]
  return (
    <dl class="figures">
      {figures.map(([label, value, bad]) => (
        <div key={label} data-bad={bad ? '' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
