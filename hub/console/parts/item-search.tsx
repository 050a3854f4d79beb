/** Finds what the house sells as the panel does: by pinyin, initials or any part of any of its names. */
import { useState } from 'preact/hooks'
import { findItems } from '../../../shared/client/find-items.ts'
import type { Id, LocalizedText } from '../../../shared/protocol/primitives.ts'
import { useSpeech } from '../state/house.ts'
import { TextField } from './text-field.tsx'

export interface ItemSearch {
  /** Nothing is looked for. */
  readonly empty: boolean
  /** All of them where nothing is looked for. */
  found<Item extends { readonly id: Id; readonly name: LocalizedText }>(items: readonly Item[]): readonly Item[]
  readonly text: string
  setText(text: string): void
}

export function useItemSearch(): ItemSearch {
  const { house } = useSpeech()
  const [text, setText] = useState('')
  const empty = text.trim() === ''
  return {
    empty,
    found(items) {
      if (empty) return items
      const heard = items.map(item => ({
        item,
        name: item.name,
        sounds: house.link.get('item', item.id)?.sounds ?? [],
      }))
      return findItems(heard, text).map(({ item }) => item)
    },
    text,
    setText,
  }
}

export function ItemSearchField({ search: { text, setText } }: { search: ItemSearch }) {
  const { t } = useSpeech()
  return <TextField label={t('findItem')} search value={text} onValue={setText} />
}
