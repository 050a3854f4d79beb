/** 客户经理: whose guest somebody is, or nobody's. Who works here no more stays named until another is. */
import { roleWord } from '../parts/names.ts'
import { Field } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'

export function AccountManagerField({ value, onValue }: { value: string; onValue: (staff: string) => void }) {
  const { t, own, house } = useSpeech()
  const staff = house.link.all('staff').filter(({ id, gone }) => !gone || id === value)
  return (
    <Field label={t('accountManager')}>
      {id => (
        <select id={id} class="text-input" value={value} onChange={event => onValue(event.currentTarget.value)}>
          <option value="">{t('nobodys')}</option>
          {staff.map(one => (
            <option key={one.id} value={one.id}>
              {own(one.name)} · {roleWord(t, one.role)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
