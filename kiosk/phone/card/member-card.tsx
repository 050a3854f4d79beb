/** The member code: one that changes where the house gives it, and a picture to save for the next time. */
import { useEffect, useState } from 'preact/hooks'
import { localized } from '../../../shared/i18n/localized.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import { LiveCode } from './live-code.tsx'
import { canSign } from './sign-code.ts'
import './member-card.css'

export function MemberCard({ code, called }: { code: string; called: string }) {
  const { link, memory, words } = usePhone()
  const { t } = useSpeech()
  const [picture, setPicture] = useState<string>()
  const venue = link.view.one('venue')
  const house = venue ? localized(venue.name, words.locale.value) : ''
  useEffect(() => {
    let gone = false
    import('./draw-card.ts')
      .then(({ drawCard }) => drawCard({ code, called, house, hint: t('yourCodeHint') }))
      .then(
        url => {
          if (!gone) setPicture(url)
        },
        error => console.warn('card', error),
      )
    return () => {
      gone = true
    }
  }, [code, called, house, t])
  const saved = memory.saved.value
  const rotating = saved?.code === code && canSign() ? saved.rotating : undefined
  return (
    <section class="member-card" aria-label={t('yourCode')}>
      {rotating && (
        <>
          <LiveCode rotating={rotating} />
          <p class="member-card-hint">{t('pictureOffline')}</p>
        </>
      )}
      <div class="member-card-frame">
        {picture !== undefined && <img class="member-card-picture" src={picture} alt={t('yourCode')} />}
      </div>
      {picture !== undefined && (
        <a class="button member-card-save" data-size="primary" href={picture} download="changming.png">
          {t('saveCode')}
        </a>
      )}
      <p class="member-card-hint">{t('holdToSave')}</p>
      {saved && (
        <div class="member-card-kept">
          <span>{t('keptHere')}</span>
          <Button variant="quiet" size="min" word={t('forget')} onPress={memory.forget} />
        </div>
      )}
    </section>
  )
}
