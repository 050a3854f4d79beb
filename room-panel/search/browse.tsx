/**
 * Where nothing is typed: what the party itself sings, what is new, by artist, by language, in one row that 更多 turns; the songs have
 * the rest of the place. They are, until something is chosen, what everybody likes to sing.
 */
import { Button } from '../../shared/ui/button.tsx'
import { MoreKey } from '../parts/more-key.tsx'
import { useTurnedRow } from '../parts/use-turned-row.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { languageWord, songLanguages } from './language-word.ts'
import type { SongSearch } from './song-search.ts'

export function Browse({ search }: { search: SongSearch }) {
  const { visit } = usePanel()
  const { t } = useSpeech()
  const yours = visit.value?.yours
  const { row, longer, turn } = useTurnedRow(t.locale, yours)
  return (
    <div class="browse">
      <div class="browse-tiles turned-row" data-longer={longer ? '' : undefined} ref={row}>
        {yours && (
          <Button
            class="browse-yours"
            size="min"
            word={t('yourSongs')}
            onPress={() => search.want({ list: 'yours' })}
          />
        )}
        <Button size="min" word={t('newSongs')} onPress={() => search.want({ list: 'new' })} />
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
      {longer && <MoreKey onPress={turn} />}
      <p class="visually-hidden">{t('hotSongs')}</p>
    </div>
  )
}
