/** Instead of what was asked for, until it is there, or why it did not come. */
import type { ComponentChildren } from 'preact'
import { startAnew } from '../../../shared/client/reload.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/house.ts'
import type { Asked } from '../state/use-answer.ts'
import './fetching.css'

export function Fetching({ failed = false }: { failed?: boolean }) {
  const { t } = useSpeech()
  if (failed) return <NotFetched />
  return (
    <p class="fetching quiet" role="status">
      {t('fetching')}
    </p>
  )
}

/** Only a page that starts anew has it for sure, and not by itself: its sound has to be begun by a hand. */
function NotFetched() {
  const { t, house } = useSpeech()
  return (
    <div class="missing" data-inset="" role="alert">
      <p>{t('notFetched')}</p>
      <Button
        size="min"
        word={t('retry')}
        disabled={house.link.connection.value.at === 'offline'}
        onPress={startAnew}
      />
    </div>
  )
}

/** What the hub answered; why not stands before it, and instead of it while there is nothing. */
export function Answered<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      <Missing asked={asked} inset />
      {asked.value === undefined ? !asked.refusal && <Fetching /> : children(asked.value)}
    </>
  )
}

export interface MissingProps {
  asked: Asked<unknown>
  /** In a page that keeps no margin itself. */
  inset?: boolean
}

/** Why what is asked has no answer, for as long as it has none, and the key to ask once more. */
export function Missing({ asked: { refusal, again }, inset }: MissingProps) {
  const { t, house } = useSpeech()
  if (!refusal) return null
  const away = house.link.connection.value.at === 'offline' || house.link.connection.value.at === 'connecting'
  return (
    <div class="missing" data-inset={inset ? '' : undefined} role="status">
      <p>
        {refusal.refused !== 'unavailable' ? house.wordsOf(refusal) : t(away ? 'readsOnceBack' : 'readsOnceAnswered')}
      </p>
      <Button size="min" word={t('retry')} onPress={again} />
    </div>
  )
}
