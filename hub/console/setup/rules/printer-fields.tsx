/** Where the bar's tickets come out: the printer's address as its own test page says it. It is tried under 设备. */
import type { HouseChanges } from '../../../../shared/protocol/commands/setup.ts'
import { isPrinterAddress } from '../../../../shared/protocol/printer-address.ts'
import { paperWidths } from '../../../../shared/protocol/words.ts'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { NumberField } from '../number-field.tsx'
import { useSetup } from '../setup-words.ts'
import type { Typed } from '../typed.ts'

type Printer = Typed<Required<HouseChanges>['ticketPrinter'], 'port'>

export function PrinterFields({ value, onChange }: { value: Printer; onChange: (value: Printer) => void }) {
  const { s } = useSetup()
  return (
    <section class="setup-block" aria-label={s('printer')}>
      <div class="form-row">
        <TextField
          label={s('printerAddress')}
          hint={value.host === '' || isPrinterAddress(value.host) ? undefined : s('printerElsewhere')}
          maxLength={80}
          value={value.host}
          onValue={host => onChange({ ...value, host: host.trim() })}
        />
        {value.host !== '' && (
          <NumberField
            label={s('printerPort')}
            min={1}
            max={65_535}
            value={value.port}
            onChange={port => onChange({ ...value, port })}
          />
        )}
      </div>
      {value.host !== '' && (
        <ChoiceField
          label={s('printerPaper')}
          current={String(value.paper)}
          onChoose={chosen => onChange({ ...value, paper: paperWidths.find(mm => String(mm) === chosen) ?? 80 })}
          choices={paperWidths.map(mm => ({ id: String(mm), word: s('millimetres', { mm }) }))}
        />
      )}
    </section>
  )
}
