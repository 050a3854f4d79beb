/** Somebody at the door looks for a party: what the host said, or that somebody must go there. The door learns nothing else. */
import type { SeekerView, VisitView } from '../../../shared/protocol/views/console.ts'
import { seekerAnswers } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { roomName } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import { standing } from '../state/seeker-standing.ts'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export function SeekerCard({ visit, seeker }: { visit: VisitView; seeker: SeekerView }) {
  const { t, house } = useSpeech()
  const { id, at, called, answer } = seeker
  const room = roomName(house, visit.room)
  const stands = standing({ visit, seeker }, house.now.value)
  return (
    <article class="request" data-cursor="" data-slice-key={`seeker/${id}`} data-severity="warning" tabIndex={-1}>
      <div class="request-severity">
        <Severity level={answer ? 'ok' : 'warning'} word={answer ? t(`seeker.${answer}`) : t('warning')} />
      </div>
      <button
        type="button"
        class="request-room"
        onClick={() => {
          house.openRoom.value = visit.room
        }}
      >
        {room}
      </button>
      <div class="request-what">
        <p>
          <strong>
            {called === undefined ? t('seekerSomebody', { room }) : t('seekerFor', { name: called, room })}
          </strong>
        </p>
        <p class="request-state">
          <span>{said()}</span>
          <span>{t('seekerNeverSay')}</span>
        </p>
      </div>
      <WaitClock since={at} />
      <div class="request-do">
        {!answer &&
          stands !== 'asking' &&
          may(house, 'AnswerSeeker') &&
          seekerAnswers.map(heard => (
            <Button
              key={heard}
              size="min"
              variant="quiet"
              word={t(`seeker.${heard}`)}
              onPress={() => house.tap({ type: 'AnswerSeeker', seeker: id, answer: heard })}
            />
          ))}
        {answer === 'wait' && may(house, 'AskHost') && (
          <Button
            size="min"
            variant="quiet"
            word={t('seekerAskAgain')}
            onPress={() => house.tap({ type: 'AskHost', visit: visit.id, seeker: id })}
          />
        )}
        {may(house, 'EndSeeker') && (
          <Button size="min" word={t('seekerTold')} onPress={() => house.tap({ type: 'EndSeeker', seeker: id })} />
        )}
      </div>
    </article>
  )

  function said(): string {
    if (answer) return t('seekerSaid', { answer: t(`seeker.${answer}`) })
    if (stands === 'asking') return t('seekerAsking')
    return stands === 'long' ? t('seekerLong') : t(`seekerInPerson.${stands}`)
  }
}
