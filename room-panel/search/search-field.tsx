/** What is being looked for: letters, language, artist; each can be taken away again. */
import IconSearch from '~icons/lucide/search'
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { useSpeech } from '../state/panel-context.ts'
import { languageWord } from './language-word.ts'
import type { SongSearch } from './song-search.ts'

export function SearchField({ search }: { search: SongSearch }) {
  const { t } = useSpeech()
  const { text, language, artist, list } = search.wanted.value
  const filtered = language !== undefined || artist !== undefined || list !== 'songs'
  const empty = text === ''
  return (
    <div class="search-field" data-empty={empty ? '' : undefined}>
      <IconSearch class="icon" aria-hidden="true" />
      {language !== undefined && <Chip word={languageWord(language, t)} onPress={() => search.drop('language')} />}
      {artist !== undefined && <Chip word={artist} onPress={() => search.drop('artist')} />}
      {list !== 'songs' && <Chip word={t(listWords[list])} onPress={() => search.want({ list: 'songs' })} />}
      <span class="search-text" role="status">
        {empty ? !filtered && t('searchHint') : text.toUpperCase()}
      </span>
      {!empty && (
        <Button
          class="search-clear"
          variant="quiet"
          size="min"
          icon={IconClear}
          word={t('clear')}
          onPress={() => search.want({ text: '' })}
        />
      )}
    </div>
  )
}

const listWords = { new: 'newSongs', yours: 'yourSongs', artists: 'artists' } as const

function Chip({ word, onPress }: { word: string; onPress: () => void }) {
  return <Button class="search-chip" variant="quiet" size="min" icon={IconClear} word={word} onPress={onPress} />
}
