/** The house has given something: for a minute it stands in gold in the header, on whatever screen the guests are. */
import IconGift from '~icons/lucide/gift'
import { Wipe } from '../../shared/ui/wipe.tsx'
import '../frame/header-card.css'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { orderText } from './order-text.ts'

/** Then a word at 酒水 goes on saying it, until they have looked, ms. */
const shownMs = 60_000
const wipeMs = 1600

export function GiftCard() {
  const { gift, clock, screen } = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const given = gift.value
  const age = given ? clock.now.value - given.placedAt : shownMs
  if (!given || age >= shownMs) return null
  return (
    <button
      type="button"
      class="header-offer"
      key={given.id}
      onClick={() => {
        screen.value = 'drinks'
      }}
    >
      <IconGift class="icon" aria-hidden="true" />
      <span class="header-offer-text">
        <span class="header-offer-word">
          <Wipe kind="text" text={speech.t('orderGift')} durationMs={wipeMs} />
        </span>
        <span class="header-offer-what">{orderText(given.lines, itemOf, speech)}</span>
      </span>
      <Wipe kind="bar" direction="drain" durationMs={shownMs} from={Math.max(0, age) / shownMs} />
    </button>
  )
}
