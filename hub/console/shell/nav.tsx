/** The way between screens: a rail on a laptop, a bar under the thumb on a phone. */
import { useState } from 'preact/hooks'
import IconRadio from '~icons/lucide/bell-ring'
import IconCalendar from '~icons/lucide/calendar-clock'
import IconMore from '~icons/lucide/ellipsis'
import IconReport from '~icons/lucide/file-chart-column'
import IconBadge from '~icons/lucide/id-card-lanyard'
import IconGrid from '~icons/lucide/layout-grid'
import IconMonitor from '~icons/lucide/monitor-smartphone'
import IconSettings from '~icons/lucide/settings'
import IconUsers from '~icons/lucide/users'
import IconGlass from '~icons/lucide/wine'
import type { Icon } from '../../../shared/ui/icon-word.tsx'
import { countWaiting } from '../state/alerts.ts'
import { barBoard, keepCalls } from '../state/bar-board.ts'
import { atBar, type House, type Screen, useSpeech } from '../state/house.ts'
import { alerts, orders, requests } from '../state/shown.ts'
import './nav.css'

/** What fits under a thumb; the rest of a manager's screens is behind 更多 on a phone. */
const thumbs = 5

export function Nav({ screens, current }: { screens: readonly Screen[]; current: Screen }) {
  const { t, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const hidden = screens.length > thumbs + 1 ? screens.slice(thumbs) : []
  return (
    <nav class="nav" aria-label={t('screens')} data-open={open ? '' : undefined}>
      {screens.map(screen => {
        const Drawing = drawings[screen]
        const count = countOf(house, screen)
        return (
          <button
            key={screen}
            type="button"
            class="nav-item"
            aria-current={screen === current ? 'page' : undefined}
            data-more={hidden.includes(screen) ? '' : undefined}
            onClick={() => {
              setOpen(false)
              house.screen.value = screen
              house.openRoom.value = undefined
              house.openMember.value = undefined
            }}
          >
            <Drawing class="icon" aria-hidden="true" />
            <span>{t(screen)}</span>
            {count > 0 && <span class="nav-count">{count}</span>}
          </button>
        )
      })}
      {hidden.length > 0 && (
        <button
          type="button"
          class="nav-item nav-more"
          aria-expanded={open}
          aria-current={hidden.includes(current) ? 'page' : undefined}
          onClick={() => setOpen(!open)}
        >
          <IconMore class="icon" aria-hidden="true" />
          <span>{t('moreScreens')}</span>
        </button>
      )}
    </nav>
  )
}

/** What waits there for a person. */
function countOf(house: House, screen: Screen): number {
  switch (screen) {
    case 'live':
      return countWaiting(alerts(house))
    case 'bar': {
      const { approve, placed } = barBoard(orders(house))
      // A guest's bottle is asked of whoever stands there.
      return approve.length + placed.length + (atBar(house) ? keepCalls(requests(house)).placed.length : 0)
    }
    case 'floor':
    case 'members':
    case 'reservations':
    case 'devices':
    case 'staff':
    case 'night':
    case 'setup':
      return 0
  }
}

const drawings: Readonly<Record<Screen, Icon>> = {
  live: IconRadio,
  floor: IconGrid,
  bar: IconGlass,
  members: IconUsers,
  reservations: IconCalendar,
  devices: IconMonitor,
  staff: IconBadge,
  night: IconReport,
  setup: IconSettings,
}
