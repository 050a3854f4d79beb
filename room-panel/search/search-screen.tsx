/** 点歌: the keyboard is always there, what is found beside it; browsing where nothing is typed. */
import { useEffect, useMemo } from 'preact/hooks'
import { PageKeys } from '../parts/page-keys.tsx'
import { useKeyboard } from '../parts/use-keyboard.ts'
import { usePaging } from '../parts/use-paging.ts'
import { usePanel } from '../state/panel-context.ts'
import { Browse } from './browse.tsx'
import { Found } from './found.tsx'
import { LetterKeys } from './letter-keys.tsx'
import { SearchField } from './search-field.tsx'
import './search-screen.css'
import { createSongSearch, nothingWanted } from './song-search.ts'

export function SearchScreen() {
  const { link } = usePanel()
  const search = useMemo(() => createSongSearch(link.ask), [link])
  const wanted = search.wanted.value
  const paging = usePaging(wanted, search.hits.value, search.artists.value)
  const browsing = wanted === nothingWanted || isNothing(wanted)
  useKeyboard(
    key => search.want({ text: search.wanted.peek().text + key, list: 'songs' }),
    () => search.want({ text: search.wanted.peek().text.slice(0, -1), list: 'songs' }),
  )
  const online = link.state.value.at === 'online'
  useEffect(() => {
    if (online) search.askAgain()
  }, [online, search])
  // Back to the top with every new question; the next page long before the end of the list.
  useEffect(() => paging.list.current?.scrollTo({ top: 0 }), [wanted])
  const nearEnd = (event: Event) => {
    const list = event.currentTarget
    if (!(list instanceof HTMLElement)) return
    if (list.scrollTop + list.clientHeight * 3 > list.scrollHeight) search.more()
  }
  return (
    <div class="screen search">
      <section class="search-found">
        <div class="search-top">
          <SearchField search={search} />
          <PageKeys paging={paging} />
        </div>
        <div class="list" ref={paging.list} onScroll={nearEnd}>
          {browsing && <Browse search={search} />}
          <Found search={search} />
        </div>
      </section>
      <LetterKeys
        onKey={key => search.want({ text: wanted.text + key, list: 'songs' })}
        onBackspace={() => search.want({ text: wanted.text.slice(0, -1), list: 'songs' })}
      />
    </div>
  )
}

function isNothing({ text, language, artist, list }: ReturnType<typeof createSongSearch>['wanted']['value']): boolean {
  return text === '' && language === undefined && artist === undefined && list === 'songs'
}
