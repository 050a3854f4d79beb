/** 门店: what the house is called, which language its screens begin with, its lines in the lobby, its guests' Wi-Fi and its printer. */
import { languages } from '../../../../shared/i18n/locale.ts'
import type { HouseChanges } from '../../../../shared/protocol/commands/setup.ts'
import { isWifiName, isWifiPassword } from '../../../../shared/protocol/guest-wifi.ts'
import { isBlank } from '../../../../shared/protocol/primitives.ts'
import { isPrinterAddress } from '../../../../shared/protocol/printer-address.ts'
import type { VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { songSystems } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Answered } from '../../parts/fetching.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { AddKey } from '../add-key.tsx'
import { NamesField } from '../names-field.tsx'
import { SetupForm, saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { isRead, type Typed } from '../typed.ts'
import { PrinterFields } from './printer-fields.tsx'
import { useChanges } from './use-changes.ts'

type TypedHouse = Typed<Required<HouseChanges>, 'port'>

const mostLines = 20

export function HouseSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'VenueSetup' }, house.link.one('setup')?.venue)
  return <Answered asked={asked}>{venue => <HouseForm saved={venue.house} />}</Answered>
}

function HouseForm({ saved }: { saved: VenueSetupView['house'] }) {
  const { t, s, house } = useSetup()
  const page = useChanges<TypedHouse>('house', saved)
  const { value, changes, rev, change } = page
  const { name, sign, city, welcomeLines: lines, wifi } = value
  // Without a first name there may be no other.
  const signed = Object.values(sign).some(text => !isBlank(text))
  const named = [name, city, ...lines, ...(signed ? [sign] : [])].every(({ zhHans }) => !isBlank(zhHans))
  const wrongWifi = changes.wifi && !isWifiName(changes.wifi.ssid)
  const wrongPassword = changes.wifi && !isWifiPassword(changes.wifi.password)
  const typed = { ...changes, ...(changes.sign && !signed && { sign: { zhHans: '' as const } }) }
  const command = isRead<HouseChanges>(typed) ? ({ type: 'SaveHouse', rev, changes: typed } as const) : undefined
  const save = () =>
    saveBy(
      house,
      command,
      savedWords(({ s }) => s('section.house')),
      page.reset,
    )
  return (
    <SetupForm
      class="setup-part setup-inline"
      label={s('section.house')}
      ready={page.touched && command !== undefined && named && !wrongWifi && !wrongPassword && isPrinter(value)}
      changed={page.stale}
      onSave={save}
      onReload={page.reset}
      onCancel={page.touched ? page.reset : undefined}
      onOverwrite={page.overwrite}
    >
      <NamesField label={s('houseName')} most={40} value={name} onChange={next => change({ name: next })} />
      <NamesField label={s('houseSign')} optional most={8} value={sign} onChange={next => change({ sign: next })} />
      <NamesField label={s('houseCity')} most={20} value={city} onChange={next => change({ city: next })} />
      <ChoiceField
        label={s('houseLocale')}
        current={value.locale}
        onChoose={locale => change({ locale })}
        choices={languages.map(({ locale: id, name: word }) => ({ id, word }))}
      />
      <ChoiceField
        label={s('houseSongs')}
        current={value.songs}
        onChoose={songs => change({ songs })}
        choices={songSystems.map(id => ({ id, word: s(`songs.${id}`) }))}
      />
      <ChoiceField
        label={s('houseCards')}
        current={value.cards ? 'yes' : 'no'}
        onChoose={answer => change({ cards: answer === 'yes' })}
        choices={(['yes', 'no'] as const).map(id => ({ id, word: s(`cards.${id}`) }))}
      />
      <div class="setup-rows">
        <span class="label">{s('welcomeLines')}</span>
        {lines.map((line, at) => (
          <div class="setup-line" key={at}>
            <NamesField
              label={s('line', { at: at + 1 })}
              most={40}
              value={line}
              onChange={next => change({ welcomeLines: lines.map((old, index) => (index === at ? next : old)) })}
            />
            <Button
              size="min"
              variant="quiet"
              word={t('remove')}
              onPress={() => change({ welcomeLines: lines.filter((_, index) => index !== at) })}
            />
          </div>
        ))}
        <AddKey
          word={s('addLine')}
          count={lines.length}
          most={mostLines}
          onAdd={() => change({ welcomeLines: [...lines, { zhHans: '' }] })}
        />
      </div>
      <div class="form-row">
        <TextField
          label={s('wifiName')}
          maxLength={32}
          wrong={wrongWifi ? s('wifiNameLength') : undefined}
          value={wifi.ssid}
          onValue={value => change({ wifi: { ...wifi, ssid: value } })}
        />
        <TextField
          label={s('wifiPassword')}
          maxLength={63}
          wrong={wrongPassword ? s('wifiPasswordShape') : undefined}
          value={wifi.password}
          onValue={value => change({ wifi: { ...wifi, password: value } })}
        />
      </div>
      <PrinterFields value={value.ticketPrinter} onChange={ticketPrinter => change({ ticketPrinter })} />
      <p class="label">{s('fixed')}</p>
    </SetupForm>
  )
}

const isPrinter = ({ ticketPrinter: { host } }: TypedHouse): boolean => host === '' || isPrinterAddress(host)
