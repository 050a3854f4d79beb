/** Who is signed in here and on another console as well sees where, and ends it there: they may have walked off from it. */
import { useState } from 'preact/hooks'
import IconMonitor from '~icons/lucide/monitor'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { dot } from '../parts/dot.ts'
import { useSpeech } from '../state/house.ts'

export function SignedInElsewhere() {
  const { t, house } = useSpeech()
  const [asked, setAsked] = useState(false)
  const elsewhere = house.link.one('self')?.session?.elsewhere
  if (!elsewhere) return null
  const on = elsewhere.join(dot)
  const close = () => setAsked(false)
  return (
    <>
      {/* A console's name may be long, and the head of the page is not: the dialog says which. */}
      <Button
        size="min"
        variant="quiet"
        icon={IconMonitor}
        word={`+${elsewhere.length}`}
        label={t('alsoOn', { on })}
        onPress={() => setAsked(true)}
      />
      {asked && (
        <Dialog
          title={t('alsoOn', { on })}
          onClose={close}
          actions={
            <>
              <Button variant="quiet" word={t('cancel')} onPress={close} />
              <Button
                variant="primary"
                word={t('signOutThere')}
                onPress={() => {
                  house.tap({ type: 'SignOut', elsewhere: true })
                  close()
                }}
              />
            </>
          }
        >
          <p>{t('alsoOnHint')}</p>
        </Dialog>
      )}
    </>
  )
}
