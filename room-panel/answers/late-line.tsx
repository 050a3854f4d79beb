/** One thing that was tapped a while ago, in words, and when. */
import type { Tap } from '../../shared/client/tap.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { orderText } from '../drinks/order-text.ts'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function LateLine({ command, tappedAt }: Pick<Tap, 'command' | 'tappedAt'>) {
  const { songTitles } = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  return (
    <li>
      <span>{what(command)}</span>
      <span class="caption">{format.time(tappedAt)}</span>
    </li>
  )

  function what(asked: PeopleCommand): string {
    if (asked.type === 'PlaceOrder') {
      const lines = asked.lines.map(({ item, qty, options = [] }) => ({ item, qty, options }))
      return orderText(lines, itemOf, speech)
    }
    if (asked.type === 'CallService') return t(`service.${asked.service}`)
    if (asked.type === 'AddSong') return songTitles.get(asked.song)?.title ?? t('late.AddSong')
    // Others read over a guest's shoulder: no category.
    return asked.type === 'Complain' ? t('complaint') : t('late.other')
  }
}
