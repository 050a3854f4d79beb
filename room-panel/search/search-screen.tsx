/** 点歌: the keyboard is always there, what is found beside it; browsing where nothing is typed. */
import { useEffect, useMemo } from 'preact/hooks'
import { PageKeys } from '../parts/page-keys.tsx'
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
  // A tablet with a real keyboard may use it too.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { text } = search.wanted.peek()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Backspace') search.want({ text: text.slice(0, -1), list: 'songs' })
      else if (/^[\p{L}\p{N}]$/u.test(event.key)) search.want({ text: text + event.key.toLowerCase(), list: 'songs' })
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [search])
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
