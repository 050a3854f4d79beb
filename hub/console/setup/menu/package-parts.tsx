/** What is in a package, and how many hours of the room; nothing for a thing that is sold alone. */
import type { Id } from '../../../../shared/protocol/primitives.ts'
import { withUnit } from '../../../../shared/protocol/told-apart.ts'
import type { MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Stepper } from '../../../../shared/ui/stepper.tsx'
import { UntilFull } from '../add-key.tsx'
import { OptionalNumberField } from '../number-field.tsx'
import { useSetup } from '../setup-words.ts'
import type { TypedItem } from './item-draft.ts'

export interface PackagePartsProps {
  menu: MenuSetupView
  item: Id | undefined
  fields: TypedItem
  onChange: (fields: TypedItem) => void
}

const most = 30

export function PackageParts({ menu, item, fields, onChange }: PackagePartsProps) {
  const { t, s, own } = useSetup()
  const { components } = fields
  // Hours of the room are of a package: they go with its last part.
  const put = (next: TypedItem['components']) =>
    onChange({ ...(next.length > 0 ? fields : withoutHours(fields)), components: next })
  const nameOf = (id: Id) => {
    const found = menu.items.find(one => one.id === id)
    return found ? own(withUnit(found)) : t('itemGone')
  }
  // What is in a package already cannot hold others, nor can a package be in one.
  const held = item !== undefined && menu.items.some(one => one.components.some(part => part.item === item))
  const free = menu.items.filter(
    one =>
      !one.retired && one.id !== item && one.components.length === 0 && !components.some(part => part.item === one.id),
  )
  if (held) return null
  return (
    <div class="setup-rows">
      <span class="label">{s('packageParts')}</span>
      {components.map(({ item: part, qty }) => (
        <div class="setup-line" key={part}>
          <span class="setup-name">{nameOf(part)}</span>
          <Stepper
            label={nameOf(part)}
            value={qty}
            onChange={next =>
              put(components.flatMap(one => (one.item !== part ? one : next > 0 ? { item: part, qty: next } : [])))
            }
            words={{ less: t('less'), more: t('oneMore') }}
          />
        </div>
      ))}
      <UntilFull count={components.length} most={most}>
        <select
          class="text-input"
          aria-label={s('addPart')}
          value=""
          onChange={event => {
            const { value } = event.currentTarget
            if (value !== '') put([...components, { item: value, qty: 1 }])
          }}
        >
          <option value="">{s('addPart')}</option>
          {free.map(one => (
            <option key={one.id} value={one.id}>
              {own(withUnit(one))}
            </option>
          ))}
        </select>
      </UntilFull>
      {components.length > 0 && (
        <OptionalNumberField
          label={s('packageHours')}
          value={fields.hours}
          min={0.5}
          max={24}
          step={0.5}
          onChange={hours => onChange({ ...fields, hours })}
          onClear={() => onChange(withoutHours(fields))}
        />
      )}
    </div>
  )
}

const withoutHours = ({ hours: _before, ...rest }: TypedItem): TypedItem => rest
