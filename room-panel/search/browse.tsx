/**
 * Where nothing is typed: what the party itself sings, what is new, by artist, by language, in one row that 更多 turns; the songs have
 * the rest of the place. They are, until something is chosen, what everybody likes to sing.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import IconMore from '~icons/lucide/chevron-right'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { languageWord, songLanguages } from './language-word.ts'
import type { SongSearch } from './song-search.ts'

export function Browse({ search }: { search: SongSearch }) {
  const { visit } = usePanel()
  const { t } = useSpeech()
  const tiles = useRef<HTMLDivElement>(null)
  const [longer, setLonger] = useState(false)
  const yours = visit.value?.yours
  useLayoutEffect(() => {
    const row = tiles.current
    if (!row) return undefined
    const look = () => setLonger(row.scrollWidth > row.clientWidth + 2)
    look()
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look)
    sizes?.observe(row)
    return () => sizes?.disconnect()
  }, [t.locale, yours])
  /** On, and from the end back to the start. */
  const turn = () => {
    const row = tiles.current
    if (!row) return
    const atEnd = row.scrollLeft + row.clientWidth > row.scrollWidth - 2
    row.scrollTo({ left: atEnd ? 0 : row.scrollLeft + row.clientWidth, behavior: 'smooth' })
  }
  return (
    <div class="browse">
      <div class="browse-tiles" ref={tiles}>
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
      {longer && (
        <Button
          class="browse-more"
          size="min"
          variant="quiet"
          stacked
          icon={IconMore}
          word={t('browseMore')}
          onPress={turn}
        />
      )}
      <p class="visually-hidden">{t('hotSongs')}</p>
    </div>
  )
}
