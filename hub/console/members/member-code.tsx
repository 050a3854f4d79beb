/** The member's code, shown once to be photographed; the hub writes down who looked. A new one makes the old one nobody's. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Qr } from '../../../shared/ui/qr.tsx'
import { useSpeech } from '../state/house.ts'

export function MemberCode({ member, has, onRenew }: { member: Id; has: boolean; onRenew: () => void }) {
  const { t, house } = useSpeech()
  const [code, setCode] = useState<string>()
  const show = async () => {
    const answer = await house.link.ask({ type: 'MemberCode', member })
    if (answer.ok) setCode(answer.value.code)
    else house.complain(answer.refusal)
  }
  const renew = () =>
    house.notices.ask({
      title: t('renewCode'),
      text: t('renewCodeAsk'),
      yes: t('renewCode'),
      no: t('cancel'),
      grave: true,
      onYes: onRenew,
    })
  if (!has) return <Button size="min" word={t('makeCode')} onPress={onRenew} />
  return (
    <>
      <Button size="min" word={t('showCode')} onPress={() => void show()} />
      <Button size="min" variant="quiet" word={t('renewCode')} onPress={renew} />
      {code !== undefined && (
        <Dialog
          title={t('memberCode')}
          onClose={() => setCode(undefined)}
          actions={<Button variant="primary" word={t('close')} onPress={() => setCode(undefined)} />}
        >
          <div class="member-code">
            <Qr text={code} label={t('memberCode')} />
            <p>{t('codeHint')}</p>
          </div>
        </Dialog>
      )}
    </>
  )
}
