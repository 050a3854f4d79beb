/** Members who asked to be forgotten: not urgent, and not to be forgotten either. */
import { useState } from 'preact/hooks'
import type { LeavingView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { EraseMember } from '../members/erase-member.tsx'
import { may, useSpeech } from '../state/house.ts'
import './leaving-list.css'

export function LeavingList() {
  const { t, house } = useSpeech()
  const [erasing, setErasing] = useState<LeavingView>()
  const leaving = [...house.link.all('leaving')].sort((one, other) => one.at - other.at)
  if (leaving.length === 0) return null
  return (
    <section class="leaving" aria-label={t('leavingTitle')}>
      <h2 class="label">{t('leavingTitle')}</h2>
      <ul class="leaving-list">
        {leaving.map(one => (
          <li key={one.member} class="leaving-row">
            <span class="name">{one.called}</span>
            <span class="leaving-acts">
              <Button
                size="min"
                variant="quiet"
                word={t('leavingStays')}
                onPress={() => house.tap({ type: 'DismissLeave', member: one.member })}
              />
              {may(house, 'EraseMember') && (
                <Button size="min" word={t('eraseMember')} onPress={() => setErasing(one)} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {erasing && <EraseMember member={erasing.member} called={erasing.called} onClose={() => setErasing(undefined)} />}
    </section>
  )
}
