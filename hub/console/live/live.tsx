/** 现场: what is to be done, what hurts most first; beside it the floor at a glance and what just happened. */
import { useState } from 'preact/hooks'
import IconCheck from '~icons/lucide/check-check'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { useStandStill } from '../shell/use-stand-still.ts'
import { type Alert, type AlertGroup, groupAlerts, isFlood } from '../state/alerts.ts'
import { may, me, useSpeech } from '../state/house.ts'
import { alerts, requests } from '../state/shown.ts'
import { ApprovalRow } from './approval-row.tsx'
import { CheckInCard } from './check-in-card.tsx'
import { FeedList } from './feed-list.tsx'
import { FloorSummary } from './floor-summary.tsx'
import { Fold } from './fold.tsx'
import { GuestSearch } from './guest-search.tsx'
import { HouseTroubleCard } from './house-trouble-card.tsx'
import { LeavingList } from './leaving-list.tsx'
import './live.css'
import { Mine } from './mine.tsx'
import { ReaderCard } from './reader-card.tsx'
import { RequestGroup } from './request-group.tsx'
import { RequestRow } from './request-row.tsx'
import { SeekerCard } from './seeker-card.tsx'
import { TroubleCard } from './trouble-card.tsx'

export function Live() {
  const { t, house } = useSpeech()
  const flood = isFlood(requests(house), house.now.value)
  const all = alerts(house)
  const shown = useStandStill({
    groups: groupAlerts(all, flood, me(house)),
    // One gold button: the first thing that nobody has taken.
    first: all.find(alert => alert.kind === 'request' && alert.request.status === 'open')?.key,
    flood,
  })
  return (
    <div class="live">
      <section class="alerts" aria-label={t('alerts')}>
        {may(house, 'FindGuests') && <GuestSearch />}
        <Mine groups={shown.groups} />
        {shown.flood && <p class="alerts-flood">{t('flood')}</p>}
        {shown.groups.length === 0 ? (
          <EmptyState icon={IconCheck} title={t('noAlerts')} hint={t('noAlertsHint')} />
        ) : (
          <ul class="alerts-list" data-list="">
            {shown.groups.map(group => (
              <li key={group.key}>
                <GroupOf group={group} first={shown.first} />
              </li>
            ))}
          </ul>
        )}
        <LeavingList />
        <p class="alerts-keys label">{t('keyboardHint')}</p>
      </section>
      <aside class="live-side">
        <FloorSummary />
        <FeedList />
      </aside>
    </div>
  )
}

function GroupOf({ group, first }: { group: AlertGroup; first: string | undefined }) {
  const [open, setOpen] = useState(false)
  const { room, alerts } = group
  const [only] = alerts
  if (group.fold)
    return (
      <Fold fold={group.fold} alerts={alerts}>
        {alerts.map(alert => (
          <AlertOf key={alert.key} alert={alert} first={undefined} />
        ))}
      </Fold>
    )
  if (room === undefined) return only ? <AlertOf alert={only} first={first} /> : null
  return (
    <RequestGroup
      room={room}
      requests={alerts.flatMap(alert => (alert.kind === 'request' ? alert.request : []))}
      leading={alerts.some(({ key }) => key === first)}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      {open && alerts.map(alert => <AlertOf key={alert.key} alert={alert} first={undefined} />)}
    </RequestGroup>
  )
}

function AlertOf({ alert, first }: { alert: Alert; first: string | undefined }) {
  switch (alert.kind) {
    case 'check-in':
      return <CheckInCard checkIn={alert.checkIn} />
    case 'seeker':
      return <SeekerCard {...alert.at} />
    case 'trouble':
      return <TroubleCard trouble={alert.trouble} />
    case 'reader':
      return <ReaderCard trouble={alert.trouble} />
    case 'house':
      return <HouseTroubleCard trouble={alert.trouble} />
    case 'approval':
      return <ApprovalRow order={alert.order} />
    case 'request':
      return <RequestRow request={alert.request} leading={alert.key === first} />
  }
}
