/** 对单 of a party that sits: fetched when somebody asks about its bill. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Fetching } from '../parts/fetching.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSpeech } from '../state/house.ts'

interface SlipProps {
  visit: Id
  onClose: () => void
}

export function SlipLater(props: SlipProps) {
  const { t, house } = useSpeech()
  const day = house.link.one('night')?.day
  const [loaded, setLoaded] = useState<{
    readonly VisitSlipSheet: ComponentType<SlipProps & { day: string; beside: true }>
  }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./visit-slip.tsx').then(setLoaded, () => setFailed(true))
  }, [])
  if (loaded && day !== undefined) return <loaded.VisitSlipSheet day={day} beside {...props} />
  return (
    <Sheet title={t('slip')} label={t('slip')} onClose={props.onClose}>
      <Fetching failed={failed} />
    </Sheet>
  )
}
