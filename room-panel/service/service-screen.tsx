/** 服务: one tap on a large tile, and the tile itself says how it stands. */
import { useState } from 'preact/hooks'
import IconQuiet from '~icons/lucide/moon'
import { services } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { usePaging } from '../parts/use-paging.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { Complaint } from './complaint.tsx'
import { ComplaintCard } from './complaint-card.tsx'
import './service-screen.css'
import { ServiceTile } from './service-tile.tsx'

/** Taps closer than this are one. */
const mashMs = 800

export function ServiceScreen() {
  const panel = usePanel()
  const { t } = useSpeech()
  const [complaining, setComplaining] = useState(false)
  const { link, visit, comfort } = panel
  const paging = usePaging(link.view.all('request'), link.pending.value, comfort.large.value, t.locale)
  if (complaining) return <Complaint onClose={() => setComplaining(false)} />
  const asked = link.pending.value.filter(({ command }) => command.type === 'SetDoNotDisturb').at(-1)?.command
  const quiet = asked?.type === 'SetDoNotDisturb' ? asked.on : (visit.value?.doNotDisturb ?? false)
  // On and off are one key: a mash does not end where it began.
  const switchQuiet = () => {
    if (panel.guard.lets('quiet', mashMs)) void panel.tap({ type: 'SetDoNotDisturb', on: !quiet })
  }
  return (
    <div class="screen service">
      <div class="service-tiles" ref={paging.list}>
        {services.map(service => (
          <ServiceTile key={service} service={service} />
        ))}
      </div>
      <div class="service-foot">
        <Button class="service-quiet" icon={IconQuiet} word={t('doNotDisturb')} pressed={quiet} onPress={switchQuiet}>
          {quiet && <span class="caption">{t('quietOn')}</span>}
        </Button>
        <PageKeys paging={paging} />
        <ComplaintCard onComplain={() => setComplaining(true)} />
      </div>
    </div>
  )
}
