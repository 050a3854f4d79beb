/** A reader that guests touch in vain: which one, and what mends it. They have the code and the number meanwhile. */
import { udevRule } from '../../../shared/protocol/readers.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { kioskName } from '../parts/names.ts'
import { setAside, useSpeech } from '../state/house.ts'
import type { ReaderTrouble } from '../state/reader-troubles.ts'
import './reader-card.css'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export function ReaderCard({ trouble }: { trouble: ReaderTrouble }) {
  const { t, house } = useSpeech()
  const { key, kind, kiosk, reader, since } = trouble
  return (
    <article class="request" data-cursor="" data-slice-key={key} data-severity="warning" tabIndex={-1}>
      <div class="request-severity">
        <Severity level="warning" word={t('warning')} />
      </div>
      <span class="request-room" data-word="">
        {kioskName(house, kiosk)}
      </span>
      <div class="request-what">
        <p>
          <strong>{t(`readerTrouble.${kind}`)}</strong>
        </p>
        <p class="request-state">
          {reader && <span>{t(`readerModel.${reader.model}`)}</span>}
          <span>{t(`readerDo.${kind}`)}</span>
        </p>
        {kind === 'no-rights' && reader && <code class="reader-rule">{udevRule(reader)}</code>}
      </div>
      <WaitClock since={since} />
      <div class="request-do">
        <Button size="min" variant="quiet" word={t('troubleKnown')} onPress={() => setAside(house, key)} />
      </div>
    </article>
  )
}
