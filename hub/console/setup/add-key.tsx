/** One more of a list that has an end: there it is said, and nothing more is offered. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../../shared/ui/button.tsx'
import { useSetup } from './setup-words.ts'

interface Room {
  count: number
  most: number
}

export function AddKey({ word, onAdd, ...room }: Room & { word: string; onAdd: () => void }) {
  return (
    <UntilFull {...room}>
      <Button size="min" variant="quiet" word={word} onPress={onAdd} />
    </UntilFull>
  )
}

/** `children`: the way to one more. */
export function UntilFull({ count, most, children }: Room & { children: ComponentChildren }) {
  const { s } = useSetup()
  return count >= most ? <span class="label">{s('atMost', { count: most })}</span> : children
}
