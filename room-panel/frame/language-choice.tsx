/** The languages under their own names, large; one tap and the panel speaks it. */
import { bcp47, languages } from '../../shared/i18n/locale.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function LanguageChoice({ onClose }: { onClose: () => void }) {
  const { speak } = usePanel()
  const { t } = useSpeech()
  return (
    <Dialog
      title={t('chooseLanguage')}
      onClose={onClose}
      actions={<Button size="min" word={t('close')} onPress={onClose} />}
    >
      <div class="language-list">
        {languages.map(({ locale, name }) => (
          <Button
            key={locale}
            variant="standard"
            size="standard"
            word={name}
            lang={bcp47(locale)}
            pressed={locale === t.locale}
            onPress={() => {
              speak(locale)
              onClose()
            }}
          />
        ))}
      </div>
    </Dialog>
  )
}
