/** 已存好: on the thing itself, while the hub is away and its tap waits. */
import IconSaved from '~icons/lucide/inbox'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './kept-mark.css'

export function KeptMark() {
  const { link } = usePanel()
  const { t } = useSpeech()
  if (link.state.value.at === 'online') return null
  return <IconWord class="kept-mark" icon={IconSaved} word={t('stored')} />
}
