/** 找酒水: the letters are there at once, and what they find beside them can be ordered where it stands. */
import { useState } from 'preact/hooks'
import IconBack from '~icons/lucide/arrow-left'
import IconSearch from '~icons/lucide/search'
import { findItems } from '../../shared/client/find-items.ts'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { useKeyboard } from '../parts/use-keyboard.ts'
import { usePaging } from '../parts/use-paging.ts'
import { useMenu } from '../parts/use-slices.ts'
import { LetterKeys } from '../search/letter-keys.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { DrinksFoot } from './drinks-foot.tsx'
import './drink-search.css'
import { ItemRow } from './item-row.tsx'
import type { Ordering } from './order-rule.ts'

/** No name is longer. */
const mostLetters = 24

export function DrinkSearch({ ordering, onClose }: { ordering: Ordering; onClose: () => void }) {
  const { link } = usePanel()
  const { t } = useSpeech()
  const { minute } = useMenu()
  const [typed, setTyped] = useState('')
  const found = findItems(
    link.view.all('item').filter(({ retired }) => !retired),
    typed,
  )
  const paging = usePaging(typed, found.length)
  const onKey = (key: string) => setTyped(old => (old + key).slice(0, mostLetters))
  const onBackspace = () => setTyped(old => old.slice(0, -1))
  useKeyboard(onKey, onBackspace)
  return (
    <div class="screen drink-search">
      <section class="drinks-shown">
        <div class="drinks-top drink-search-field">
          <IconSearch class="icon" aria-hidden="true" />
          <span class="drink-search-text" data-empty={typed === '' ? '' : undefined} role="status">
            <span>{typed === '' ? t('drinkSearchHint') : typed.toUpperCase()}</span>
          </span>
          <PageKeys paging={paging} />
          <Button class="drink-search-back" size="min" icon={IconBack} word={t('back')} onPress={onClose} />
        </div>
        <div class="list" ref={paging.list} key={typed}>
          <ol class="rows">
            {found.map(item => (
              <ItemRow key={item.id} item={item} minute={minute} ordering={ordering} />
            ))}
          </ol>
          {typed !== '' && found.length === 0 && <EmptyState title={t('noHits')} hint={t('noHitsHint')} />}
        </div>
      </section>
      <LetterKeys onKey={onKey} onBackspace={onBackspace} />
      <DrinksFoot ordering={ordering} spend={false} />
    </div>
  )
}
