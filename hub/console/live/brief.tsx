/** A member as a person on duty needs them: what never to offer first, then how to say the name, then the last time. */
import type { BriefView } from '../../../shared/protocol/views/console.ts'
import { itemName, staffName } from '../parts/names.ts'
import { Banned, Taboos } from '../parts/parts.tsx'
import { tagWord } from '../parts/tags.ts'
import { useSpeech } from '../state/house.ts'

export function Brief({ brief }: { brief: BriefView }) {
  const { t, format, list, house } = useSpeech()
  const { say, taboos, tastes, last, accountManager } = brief
  const drunk = last?.drunk.slice(0, 4).map(id => itemName(house, id)) ?? []
  return (
    <div class="brief">
      {brief.blocked && <Banned />}
      <Taboos words={taboos} />
      <dl class="facts">
        {say !== undefined && (
          <>
            <dt>{t('say')}</dt>
            <dd>{say}</dd>
          </>
        )}
        {tastes.length > 0 && (
          <>
            <dt>{t('tastes')}</dt>
            <dd>{list(tastes.map(kept => tagWord(house, kept)))}</dd>
          </>
        )}
        <dt>{last ? t('lastVisit', { day: format.day(last.at) }) : t('firstVisit')}</dt>
        <dd>{list(drunk)}</dd>
        {last?.complaint && (
          <>
            <dt>{t('lastComplaint')}</dt>
            <dd class="brief-complaint">
              {last.complaint.outcome
                ? t('lastComplaintDone', {
                    complaint: t(`complaint.${last.complaint.category}`),
                    outcome: t(`outcome.${last.complaint.outcome}`),
                  })
                : t('lastComplaintUndone', { complaint: t(`complaint.${last.complaint.category}`) })}
            </dd>
          </>
        )}
        {accountManager !== undefined && (
          <>
            <dt>{t('accountManager')}</dt>
            <dd>{staffName(house, accountManager)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
