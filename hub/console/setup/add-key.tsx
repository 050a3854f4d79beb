/** One more of a list that has an end: there it is said, and nothing more is offered. */
import { Button } from '../../../shared/ui/button.tsx'
import { useSetup } from './setup-words.ts'

export interface AddKeyProps {
  word: string
  count: number
  most: number
  onAdd: () => void
}

export function AddKey({ word, count, most, onAdd }: AddKeyProps) {
  const { s } = useSetup()
  if (count >= most) return <span class="label">{s('atMost', { count: most })}</span>
  return <Button size="min" variant="quiet" word={word} onPress={onAdd} />
}
