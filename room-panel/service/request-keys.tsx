/** What can be said to a call that was made: 不用了 while it is open, 好了 or 还没好 when it is answered. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import type { ShownRequest } from './shown-requests.ts'

/** Taps closer than this are one. */
const mashMs = 2000

export interface RequestKeysProps {
  request: ShownRequest
  /** What it was asked by, or how that begins. */
  call: CommandOf<'CallService'> | Pick<CommandOf<'Complain'>, 'type'>
  about: string
}

export function RequestKeys({ request, call, about }: RequestKeysProps) {
  const panel = usePanel()
  const { t } = useSpeech()
  if (request.at === 'sending') return null
  const { id } = request
  const say = (type: 'WithdrawRequest' | 'ConfirmRequest' | 'ReopenRequest') => () => {
    void panel.tapOnce({ type, request: id }, mashMs)
    // It is over: the same call, made again, is no mash of it.
    if (type !== 'ReopenRequest') panel.guard.forget(JSON.stringify(call).slice(0, -1))
  }
  return (
    <div class="request-keys">
      {request.at === 'answered' ? (
        <>
          <Button
            size="min"
            variant="quiet"
            word={t('notYet')}
            label={`${about} ${t('notYet')}`}
            onPress={say('ReopenRequest')}
          />
          <Button
            class="request-done"
            size="min"
            word={t('done')}
            label={`${about} ${t('done')}`}
            onPress={say('ConfirmRequest')}
          />
        </>
      ) : (
        <Button
          size="min"
          variant="quiet"
          class="request-withdraw"
          word={t('withdraw')}
          label={`${about} ${t('withdraw')}`}
          onPress={say('WithdrawRequest')}
        />
      )}
    </div>
  )
}
