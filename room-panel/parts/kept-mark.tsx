/** 已存好: on the thing itself, while the hub is away and its tap waits; where this tablet keeps nothing it is not said. */
import IconSaved from '~icons/lucide/inbox'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './kept-mark.css'

export function KeptMark() {
  const word = useUnsent()
  return word === undefined ? null : <IconWord class="kept-mark" icon={IconSaved} word={word} />
}

/** What is said of a tap that waits for the hub; undefined while the hub can be reached. */
export function useUnsent(): string | undefined {
  const { link } = usePanel()
  const { t } = useSpeech()
  if (link.state.value.at === 'online') return undefined
  return t(link.durable.value ? 'stored' : 'waitsForHub')
}
