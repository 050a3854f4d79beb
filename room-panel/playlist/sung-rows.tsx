/** 已唱: what was sung, to be sung again. */
import IconAgain from '~icons/lucide/rotate-ccw'
import type { PlaylistView } from '../../shared/protocol/views/panel.ts'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { addSong } from './add-song.ts'

type Sung = PlaylistView['sung']

export const SungRows = ({ sung }: { sung: Sung }) => (
  <ol class="rows">
    {sung.map(entry => (
      <SungRow key={entry.entry} entry={entry} />
    ))}
  </ol>
)

function SungRow({ entry: { entry, song, title, artist, missing } }: { entry: Sung[number] }) {
  const panel = usePanel()
  const { t } = useSpeech()
  return (
    <li class="song-row" data-slice-key={entry}>
      <span />
      <div>
        <p class="title-text">{title}</p>
        <p class="caption song-under">
          <span>{artist}</span>
          {missing && <span>{t('songPassed')}</span>}
        </p>
      </div>
      <Button
        class="song-key"
        size="min"
        stacked
        icon={IconAgain}
        word={t('singAgain')}
        label={`${t('singAgain')} ${title}`}
        onPress={() => addSong(panel, { song, title, artist })}
      />
    </li>
  )
}
