/** The night as a curve: guests in the house and what was ordered, hour by hour. The same figures stand in its label. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import 'uplot/dist/uPlot.min.css'
import UPlot from 'uplot'
import type { NightReport } from '../../../shared/protocol/night-report.ts'
import { useSpeech } from '../state/house.ts'
import { openHours } from './open-hours.ts'

const height = 220
/** What the time of an hour needs under the curve, px. */
const hourWidth = 60

export function Curve({ hours: all, until }: Pick<NightReport, 'hours' | 'until'>) {
  const { t, format } = useSpeech()
  const hours = useMemo(() => openHours(all), [all])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const into = place.current
    if (!into) return undefined
    const colour = (name: string) => getComputedStyle(into).getPropertyValue(name).trim()
    const font = `14px ${colour('--font-sans')}`
    const axis = { stroke: colour('--text-quiet'), font, grid: { stroke: colour('--line'), width: 1 } }
    // A night that has only begun has no line yet.
    const points = { show: hours.length < 4, size: 9 }
    const plot = new UPlot(
      {
        width: into.clientWidth,
        height,
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: false }, guests: { range: fromNought(4) }, money: { range: fromNought(leastMoney) } },
        axes: [
          {
            ...axis,
            splits: plot => everyNth(hours, Math.ceil((hours.length * hourWidth) / plot.width)).map(({ at }) => at),
            values: (_plot, at) => at.map(hour => format.time(hour)),
          },
          { ...axis, scale: 'guests', size: 56, values: (_plot, at) => at.map(format.number) },
          {
            ...axis,
            scale: 'money',
            side: 1,
            size: 96,
            grid: { show: false },
            values: (_plot, at) => at.map(format.money),
          },
        ],
        series: [
          {},
          { scale: 'guests', stroke: colour('--info'), width: 2, dash: [8, 5], points },
          { scale: 'money', stroke: colour('--accent'), width: 3, points },
        ],
      },
      [hours.map(({ at }) => at), hours.map(({ guests }) => guests), ordered(hours, until)],
      into,
    )
    const follow = new ResizeObserver(() => plot.setSize({ width: into.clientWidth, height }))
    follow.observe(into)
    return () => {
      follow.disconnect()
      plot.destroy()
    }
  }, [hours, until, format])
  const told = hours.map(hour =>
    t('nightHour', { time: format.time(hour.at), guests: hour.guests, amount: format.money(hour.ordered) }),
  )
  return (
    <figure class="night-curve">
      <figcaption>
        <span data-line="guests">{t('guestsInHouse')}</span>
        <span data-line="money">{t('orderedPerHour')}</span>
      </figcaption>
      <div ref={place} role="img" aria-label={told.join('; ')} />
    </figure>
  )
}

/** Of an hour that has only begun nobody can say what was ordered in it: it would look like the end of the evening. */
const ordered = (hours: NightReport['hours'], until: number): (number | null)[] =>
  hours.map(hour => (hour.at + hourMs > until ? null : hour.ordered))

const hourMs = 3_600_000

/** Minor units: in a currency without any a hundred of them are little money too. */
const leastMoney = 10_000

/** An axis starts at nothing, and has as much height as `atLeast` on a night when nothing was. */
const fromNought =
  (atLeast: number) =>
  (_plot: UPlot, _least: number, most: number): [number, number] => [0, Math.max(atLeast, most * 1.1)]

const everyNth = <T,>(rows: readonly T[], nth: number): T[] => rows.filter((_row, at) => at % nth === 0)
