/** Who is signed in here and on another console as well sees it, and ends it there: they may have walked off from it. */
import IconMonitor from '~icons/lucide/monitor'
import { Button } from '../../../shared/ui/button.tsx'
import { dot } from '../parts/dot.ts'
import { useSpeech } from '../state/house.ts'

export function SignedInElsewhere() {
  const { t, house } = useSpeech()
  const elsewhere = house.link.one('self')?.session?.elsewhere
  if (!elsewhere) return null
  // A console's name may be long, and the head of the page is not: the question says which.
  const on = t('alsoOn', { on: elsewhere.join(dot) })
  const ask = () =>
    house.notices.ask({
      title: on,
      text: t('alsoOnHint'),
      yes: t('signOutThere'),
      no: t('cancel'),
      grave: false,
      onYes: () => house.tap({ type: 'SignOut', elsewhere: true }),
    })
  return <Button size="min" variant="quiet" icon={IconMonitor} word={`+${elsewhere.length}`} label={on} onPress={ask} />
}
