/** On a phone what one took oneself stands below all that nobody has: a key that leads there. */
import { useRef } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { prefersLessMotion } from '../../../shared/ui/run-wipe.ts'
import type { Alert, AlertGroup } from '../state/alerts.ts'
import { me, useSpeech } from '../state/house.ts'

/** So many things of the list a phone shows as it is, or nearly. */
const inSight = 3

export function Mine({ groups }: { groups: readonly AlertGroup[] }) {
  const { t, house } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  const own = me(house)
  const first = groups.findIndex(({ alerts }) => alerts.some(alert => isOwn(alert, own)))
  if (first < inSight) return null
  const count = groups.flatMap(({ alerts }) => alerts).filter(alert => isOwn(alert, own)).length
  const go = () => {
    const row = place.current?.parentElement?.querySelectorAll('.alerts-list > li')[first]
    row?.scrollIntoView({ block: 'start', behavior: prefersLessMotion() ? 'instant' : 'smooth' })
  }
  return (
    <div class="alerts-mine" ref={place}>
      <Button size="min" word={t('inMyHands', { count })} onPress={go} />
    </div>
  )
}

const isOwn = (alert: Alert, own: Id | undefined): boolean =>
  alert.kind === 'request' &&
  alert.request.status === 'acknowledged' &&
  own !== undefined &&
  alert.request.takenBy === own &&
  alert.request.snooze === undefined
