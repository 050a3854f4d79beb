/**
 * The letters in the order everybody knows them, as on song machines: five across and six down leave room for what is
 * found beside them, with keys of 15 mm; upright it is seven and four. Spaces do not matter to the search.
 */
import { useState } from 'preact/hooks'
import IconDelete from '~icons/lucide/delete'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import '../../shared/ui/keys.css'
import { useSpeech } from '../state/panel-context.ts'
import './letter-keys.css'

export interface LetterKeysProps {
  /** One character, lower case. */
  onKey: (character: string) => void
  onBackspace: () => void
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const digits = Array.from('1234567890')

export function LetterKeys({ onKey, onBackspace }: LetterKeysProps) {
  const { t } = useSpeech()
  const [numbers, setNumbers] = useState(false)
  return (
    <fieldset class="letter-keys" aria-label={t('searchKeys')}>
      {(numbers ? digits : letters).map(character => (
        <button key={character} type="button" class="key" onClick={() => onKey(character)}>
          {character.toUpperCase()}
        </button>
      ))}
      <button type="button" class="key" data-word="" onClick={() => setNumbers(!numbers)}>
        {t(numbers ? 'letterKeys' : 'digitKeys')}
      </button>
      <button type="button" class="key" data-word="" onClick={onBackspace}>
        <IconWord icon={IconDelete} word={t('backspace')} />
      </button>
    </fieldset>
  )
}
