/** What the house gives for a 评价, in words: the same for any face, so it is said before one is chosen. */
import { toldApart } from '../../shared/protocol/told-apart.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

/** Undefined where there is nothing to say at that moment. */
export function useReward(when: 'promised' | 'given'): string | undefined {
  const { link, visit } = usePanel()
  const { t, own } = useSpeech()
  const reward = visit.value?.reward
  const item = reward && link.view.get('item', reward.item)
  if (!reward || !item || reward.given !== (when === 'given')) return undefined
  return t(when === 'given' ? 'rewardGiven' : 'rewardPromised', { item: own(toldApart(item, link.view.all('item'))) })
}
