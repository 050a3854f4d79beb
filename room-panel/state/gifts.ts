/** What the house gave these guests and they have not looked at yet. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from '../../shared/client/link.ts'
import type { PanelOrderView } from '../../shared/protocol/views/panel.ts'

/** `looking`: 酒水 is open; what there is then is looked at. Ends with the page. */
export function createGifts(
  view: Link<'panel'>['view'],
  looking: ReadonlySignal<boolean>,
): ReadonlySignal<PanelOrderView | undefined> {
  const seenUntil = signal(0)
  const newest = computed(() =>
    view
      .all('order')
      .filter(isGiven)
      .reduce<PanelOrderView | undefined>(
        (last, one) => (last && last.placedAt >= one.placedAt ? last : one),
        undefined,
      ),
  )
  effect(() => {
    if (looking.value && newest.value) seenUntil.value = newest.value.placedAt
  })
  return computed(() => (newest.value && newest.value.placedAt > seenUntil.value ? newest.value : undefined))
}

const isGiven = ({ gift, status, lines }: PanelOrderView): boolean =>
  gift === true && status !== 'rejected' && status !== 'cancelled' && lines.some(line => line.qty > line.returned)
