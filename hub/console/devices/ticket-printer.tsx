/** 出单打印机: how it is, how many tickets wait, and a page to see whether it reads well. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { sayPrinted } from '../parts/say-printed.ts'
import { may, useSpeech } from '../state/house.ts'

export function TicketPrinter() {
  const { t, format, house } = useSpeech()
  const [testing, setTesting] = useState(false)
  const printer = house.link.one('printer')
  if (!may(house, 'TestPrinter')) return null
  const test = async () => {
    setTesting(true)
    const answer = await house.link.ask({ type: 'TestPrinter' })
    setTesting(false)
    sayPrinted(house, answer, ({ t }) => t('testPrinted'))
  }
  const whatToDo = () => {
    if (!printer) return t('printerNoneDo')
    if (printer.unsure !== undefined) return t('printerUnsure', { count: printer.unsure.length })
    return printer.state === 'well' ? undefined : t(`printerDo.${printer.state}`)
  }
  return (
    <section class="device-kind" aria-label={t('printer')} data-slice-key="printer">
      <h2 class="label">{t('printer')}</h2>
      <ul class="device-list">
        <li class="device">
          <span class="device-name">{printer ? t(`printer.${printer.state}`) : t('printerNone')}</span>
          {/* It stands in no room. */}
          <span />
          {printer && (
            <span class="device-state" data-online={printer.state === 'well' ? '' : undefined}>
              {printer.state === 'well' ? '●' : '○'}{' '}
              {printer.waiting > 0
                ? t('printerWaits', { count: printer.waiting })
                : t('since', { time: format.time(printer.since) })}
            </span>
          )}
          {printer && <Button size="min" word={t('testPrint')} disabled={testing} onPress={() => void test()} />}
          {whatToDo() && <span class="device-format">{whatToDo()}</span>}
        </li>
      </ul>
    </section>
  )
}
