/** Where nothing is typed: by language, by artist, and below what everybody likes to sing. */
import { Button } from '../../shared/ui/button.tsx'
import { useSpeech } from '../state/panel-context.ts'
import { languageWord, songLanguages } from './language-word.ts'
import type { SongSearch } from './song-search.ts'

export function Browse({ search }: { search: SongSearch }) {
  const { t } = useSpeech()
  return (
    <div class="browse">
      <div class="browse-tiles">
        <Button size="min" word={t('artists')} onPress={() => search.want({ artists: true })} />
        {songLanguages.map(language => (
          <Button
            key={language}
            size="min"
            word={languageWord(language, t)}
            onPress={() => search.want({ language })}
          />
        ))}
      </div>
      <p class="caption">{t('hotSongs')}</p>
    </div>
  )
}
