/** What is plugged into the machine of a reader program, and which kiosk it serves. */
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { kioskName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { may, useSpeech } from '../state/house.ts'

/** Its computer is there, and no reader in it: of use to nobody, and so not called online. */
export const nothingPlugged = ({ online, readers }: DeviceView): boolean =>
  online && readers?.driver === true && readers.plugged.length === 0

export function PluggedReaders({ device: { id, kiosk, readers, online } }: { device: DeviceView }) {
  const { t, format, house } = useSpeech()
  const kiosks = house.link.all('device').filter(({ kind }) => kind === 'kiosk')
  const places = may(house, 'PlaceReader') && (kiosks.length > 1 || !kiosks.some(one => one.id === kiosk))
  return (
    <div class="device-readers">
      {places ? (
        <Choices
          label={t('placeReader')}
          current={kiosk}
          onChoose={chosen => house.tap({ type: 'PlaceReader', device: id, kiosk: chosen })}
          choices={kiosks.map(one => ({ id: one.id, word: one.name }))}
        />
      ) : (
        <span>{t('readerServes', { kiosk: kioskName(house, kiosk) })}</span>
      )}
      {online && readers && !readers.driver && (
        <span class="device-state">
          ◆ {t('readerTrouble.no-driver')} · {t('readerDo.no-driver')}
        </span>
      )}
      {/* What was in a computer that is away is not known to be there still. */}
      {online &&
        readers?.plugged.map(({ id: reader, model, state, since }) => (
          <span class="device-state" key={reader} data-online={state === 'connected' ? '' : undefined}>
            {state === 'connected' ? '●' : '○'} {t(`readerModel.${model}`)} · {t(`readerState.${state}`)}
            {state !== 'connected' && ` · ${format.ago(house.now.value - since)}`}
          </span>
        ))}
      {readers !== undefined && readers.lost > 0 && (
        <span class="device-state">{t('readersLost', { count: readers.lost })}</span>
      )}
    </div>
  )
}
