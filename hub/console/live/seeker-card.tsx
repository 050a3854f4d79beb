/** Somebody at the door looks for a party: what the host said, or that somebody must go there. The door learns nothing else. */
import type { SeekerView, VisitView } from '../../../shared/protocol/views/console.ts'
import { seekerAnswers } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { roomName } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import './request-row.css'

/** Longer than this nobody lets a guest stand there. */
const longMs = 60_000

export function SeekerCard({ visit, seeker }: { visit: VisitView; seeker: SeekerView }) {
  const { t, format, house } = useSpeech()
  const { id, at, called, answer } = seeker
  const room = roomName(house, visit.room)
  const waits = house.now.value - at
  const inPerson = visit.discreet
    ? t('seekerInPersonDiscreet')
    : visit.doNotDisturb
      ? t('seekerInPersonQuiet')
      : waits > longMs
        ? t('seekerLong')
        : undefined
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
          <span>{answer ? t('seekerSaid', { answer: t(`seeker.${answer}`) }) : (inPerson ?? t('seekerAsking'))}</span>
          <span>{t('seekerNeverSay')}</span>
        </p>
      </div>
      <div class="request-clock">
        <span class="figure">{format.clock(waits)}</span>
        <span class="label">{format.time(at)}</span>
      </div>
      <div class="request-do">
        {!answer &&
          inPerson !== undefined &&
          may(house, 'AnswerSeeker') &&
          seekerAnswers.map(said => (
            <Button
              key={said}
              size="min"
              variant="quiet"
              word={t(`seeker.${said}`)}
              onPress={() => house.tap({ type: 'AnswerSeeker', seeker: id, answer: said })}
            />
          ))}
        {may(house, 'EndSeeker') && (
          <Button size="min" word={t('seekerTold')} onPress={() => house.tap({ type: 'EndSeeker', seeker: id })} />
        )}
      </div>
    </article>
  )
}
