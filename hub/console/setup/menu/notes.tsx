/** What a guest taps beside a drink: 少冰, 加柠檬. */
import type { ItemFields } from '../../../../shared/protocol/commands/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { AddKey } from '../add-key.tsx'
import { NamesField } from '../names-field.tsx'
import { useSetup } from '../setup-words.ts'

type Options = ItemFields['options']
const most = 12

export function Notes({ options, onChange }: { options: Options; onChange: (options: Options) => void }) {
  const { t, s } = useSetup()
  const put = (at: number, name: Options[number]['name']) =>
    onChange(options.map((option, index) => (index === at ? { ...option, name } : option)))
  return (
    <div class="setup-rows">
      <span class="label">{s('notes')}</span>
      {options.map((option, at) => (
        <div class="setup-line" key={option.id ?? at}>
          <NamesField label={`${s('note')} ${at + 1}`} most={12} value={option.name} onChange={name => put(at, name)} />
          <Button
            size="min"
            variant="quiet"
            word={t('remove')}
            label={`${t('remove')} ${option.name.zhHans}`}
            onPress={() => onChange(options.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <AddKey
        word={s('addNote')}
        count={options.length}
        most={most}
        onAdd={() => onChange([...options, { name: { zhHans: '' } }])}
      />
    </div>
  )
}
