/** 早报: one night on one page, this one as it stands or any that the journal still has. Printed as it is shown. */

import { useState } from 'preact/hooks'
import IconDownload from '~icons/lucide/download'
import IconPrinter from '~icons/lucide/printer'
import IconRefresh from '~icons/lucide/refresh-cw'
import { Button } from '../../../shared/ui/button.tsx'
import { Fetching, Missing } from '../parts/fetching.tsx'
import { bookerName } from '../parts/names.ts'
import { saveFile } from '../parts/save-file.ts'
import { useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import './night.css'
import { NightPage } from './night-page.tsx'
import { peopleCsv } from './people-csv.ts'
import { VisitSlipSheet } from './visit-slip.tsx'

export function Night() {
  const { t, format, house } = useSpeech()
  const [chosen, choose] = useState<string>()
  const [asked, askAgain] = useState(0)
  const [visit, openVisit] = useState<string>()
  const known = useAnswer({ type: 'Nights' })
  const nights = known.value?.nights ?? []
  const tonight = house.link.one('night')?.day
  const day = chosen ?? tonight ?? nights[0]
  const told = useAnswer(day === undefined ? undefined : { type: 'TellNight', day }, asked)
  // The last one stays while another is fetched, and is not that one.
  const report = told.value?.day === day ? told.value : undefined
  const venue = house.link.one('venue')
  const nightName = (one: string) =>
    one === tonight
      ? `${t('tonight')} · ${format.day(Date.parse(`${one}T10:00Z`))}`
      : format.day(Date.parse(`${one}T10:00Z`))

  const save = () => {
    if (!report || !venue) return
    const heads = [t('day'), t('staff'), t('attended'), t('visitsBooked'), t('booked'), t('comps'), t('returns')]
    const csv = peopleCsv(report, {
      heads,
      nameOf: id => bookerName(house, id),
      minorPerUnit: 10 ** format.fractionDigits,
    })
    saveFile(`${report.day}.csv`, 'text/csv', csv)
  }

  return (
    <section class="night" aria-label={t('nightReport')}>
      <div class="screen-head">
        <h1>{t('nightReport')}</h1>
        <label class="night-day">
          <span class="label">{t('whichNight')}</span>
          <select value={day} onChange={event => choose(event.currentTarget.value)}>
            {[...new Set([...(tonight === undefined ? [] : [tonight]), ...nights])].map(one => (
              <option key={one} value={one}>
                {nightName(one)}
              </option>
            ))}
          </select>
        </label>
        <div class="spread">
          <Button variant="quiet" icon={IconRefresh} word={t('askAnew')} onPress={() => askAgain(asked + 1)} />
          <Button variant="quiet" icon={IconDownload} word={t('saveCsv')} disabled={!report} onPress={save} />
          <Button variant="quiet" icon={IconPrinter} word={t('print')} disabled={!report} onPress={() => print()} />
        </div>
      </div>
      <Missing asked={told.refusal ? told : known} inset />
      {report && <NightPage report={report} onVisit={openVisit} />}
      {!report && !told.refusal && !known.refusal && <Fetching />}
      {visit !== undefined && day !== undefined && (
        <VisitSlipSheet day={day} visit={visit} onClose={() => openVisit(undefined)} />
      )}
    </section>
  )
}
