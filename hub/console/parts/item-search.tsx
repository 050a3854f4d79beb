/** Finds what the house sells by any part of any of its names. */
import { useState } from 'preact/hooks'
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'
import { useSpeech } from '../state/house.ts'
import { TextField } from './text-field.tsx'

export interface ItemSearch {
  /** Nothing is looked for. */
  readonly empty: boolean
  finds(name: LocalizedText): boolean
  readonly text: string
  setText(text: string): void
}

export function useItemSearch(): ItemSearch {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  return {
    empty: wanted === '',
    finds: name => Object.values(name).some(word => word.toLowerCase().includes(wanted)),
    text,
    setText,
  }
}

export function ItemSearchField({ search: { text, setText } }: { search: ItemSearch }) {
  const { t } = useSpeech()
  return <TextField label={t('findItem')} search value={text} onValue={setText} />
}
