/** One service: its word, and after the tap 已收到 → 小陈接单 → 在路上 → 好了 on the same tile. */

import IconStaff from '~icons/lucide/concierge-bell'
import IconCups from '~icons/lucide/glass-water'
import IconLights from '~icons/lucide/lamp'
import IconMicrophone from '~icons/lucide/mic'
import IconBill from '~icons/lucide/receipt-text'
import IconIce from '~icons/lucide/snowflake'
import IconCleaning from '~icons/lucide/spray-can'
import IconKeep from '~icons/lucide/wine'
import type { Service } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import { useUnsent } from '../parts/kept-mark.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { RequestKeys } from './request-keys.tsx'
import { mashMs, requestStatus, urgedWord } from './request-status.ts'
import { shownService } from './shown-requests.ts'

export function ServiceTile({ service }: { service: Service }) {
  const panel = usePanel()
  const { t, own } = useSpeech()
  const { link } = panel
  const request = shownService(service, link.view.all('request'), link.pending.value)
  const call = { type: 'CallService', service } as const
  const unsent = useUnsent()
  const word = t(`service.${service}`)
  const urged = request && urgedWord(request, t)
  return (
    <article class="tile" data-at={request?.at} data-slice-key={`service/${service}`}>
      <Button
        class="tile-call"
        variant="quiet"
        stacked
        icon={icons[service]}
        word={word}
        onPress={() => void panel.tapOnce(call, mashMs)}
      >
        <span class="tile-status" role="status">
          {request && requestStatus(request, t, own, unsent)}
          {urged !== undefined && <span class="tile-nudged">{urged}</span>}
        </span>
      </Button>
      {request && <RequestKeys request={request} call={call} about={word} />}
    </article>
  )
}

const icons = {
  ice: IconIce,
  cups: IconCups,
  cleaning: IconCleaning,
  microphone: IconMicrophone,
  lights: IconLights,
  bill: IconBill,
  keep: IconKeep,
  staff: IconStaff,
} as const satisfies Record<Service, Icon>
