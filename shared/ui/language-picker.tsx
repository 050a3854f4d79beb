/** Languages by their own names, never flags; always all visible, one tap. */
import { type Locale, languages } from '../i18n/locale.ts'
import { Button, type ButtonSize } from './button.tsx'
import './language-picker.css'

export interface LanguagePickerProps {
  /** "Language", for a screen reader. */
  label: string
  current: Locale
  onChoose: (locale: Locale) => void
  size?: ButtonSize | undefined
}

export function LanguagePicker({ label, current, onChoose, size = 'min' }: LanguagePickerProps) {
  return (
    <fieldset class="language-picker" aria-label={label}>
      {languages.map(({ locale, name }) => (
        <Button
          key={locale}
          variant="quiet"
          size={size}
          word={name}
          lang={locale}
          pressed={locale === current}
          onPress={() => onChoose(locale)}
        />
      ))}
    </fieldset>
  )
}
