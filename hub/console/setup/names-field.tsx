/** A name in the languages of the house: the first must be there, the others may follow it. */
import { isBlank, type LocalizedText } from '../../../shared/protocol/primitives.ts'
import { MissingGlyphs } from '../parts/missing-glyphs.tsx'
import { useSetup } from './setup-words.ts'

export interface NamesFieldProps {
  label: string
  value: LocalizedText
  most: number
  /** Whether it may be empty in all of them. */
  optional?: boolean
  onChange: (value: LocalizedText) => void
}

const languages = [
  ['zhHans', '简体', 'zh-Hans'],
  ['zhHant', '繁體', 'zh-Hant'],
  ['en', 'English', 'en'],
] as const

export function NamesField({ label, value, most, optional = false, onChange }: NamesFieldProps) {
  const { s } = useSetup()
  const { zhHans, ...others } = value
  // An untouched field is not told off.
  const lacksFirst = isBlank(zhHans) && (zhHans !== '' || Object.keys(others).length > 0)
  return (
    <fieldset class="names-field">
      <legend class="label">{label}</legend>
      {languages.map(([key, language, tag]) => (
        <label key={key} class="names-one">
          <span class="label" lang={tag}>
            {language}
          </span>
          <input
            class="text-input"
            lang={tag}
            aria-label={`${label} ${language}`}
            maxLength={key === 'en' ? most + 20 : most}
            required={key === 'zhHans' && (!optional || Object.values(value).some(text => text !== ''))}
            placeholder={key === 'zhHans' ? '' : s('asFirst')}
            value={value[key] ?? ''}
            onInput={event => onChange(withName(value, key, event.currentTarget.value))}
          />
        </label>
      ))}
      {lacksFirst && (
        <span class="wrong" role="alert">
          {s('simplifiedFirst')}
        </span>
      )}
      <MissingGlyphs text={Object.values(value).join('')} />
    </fieldset>
  )
}

function withName(names: LocalizedText, key: keyof LocalizedText, text: string): LocalizedText {
  if (key === 'zhHans' || !isBlank(text)) return { ...names, [key]: text }
  const { [key]: _none, ...rest } = names
  return rest
}
