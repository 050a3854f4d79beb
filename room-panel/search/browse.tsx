/** Where nothing is typed: what the party itself sings, by artist, by language, and below what everybody likes to sing. */
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { languageWord, songLanguages } from './language-word.ts'
import type { SongSearch } from './song-search.ts'

export function Browse({ search }: { search: SongSearch }) {
  const { visit } = usePanel()
  const { t } = useSpeech()
  return (
    <div class="browse">
      <div class="browse-tiles">
        {visit.value?.yours && (
          <Button
            class="browse-yours"
            size="min"
            word={t('yourSongs')}
            onPress={() => search.want({ list: 'yours' })}
          />
        )}
        <Button size="min" word={t('artists')} onPress={() => search.want({ list: 'artists' })} />
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
