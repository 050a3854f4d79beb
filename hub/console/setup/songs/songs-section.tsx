/** 歌曲: a file from the song machine or a supplier is looked at first, and taken with one tap while rooms sing on. */
import { useState } from 'preact/hooks'
import { newId } from '../../../../shared/client/new-id.ts'
import { Missing } from '../../parts/fetching.tsx'
import { staffName } from '../../parts/names.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { ChooseTable } from '../choose-table.tsx'
import { inSetup, useSetup } from '../setup-words.ts'
import { SongPlanView } from './song-plan.tsx'
import './songs.css'
import { usePlan } from './use-plan.ts'

const mostBytes = 64 * 1024 * 1024

interface Chosen {
  readonly file: string
  readonly upload: string
}

export function SongsSection() {
  const { s, format, house } = useSetup()
  const [sending, setSending] = useState<number>()
  const [failed, setFailed] = useState<'songsTooBig' | 'songsNotSent'>()
  const [chosen, setChosen] = useState<Chosen>()
  const [absent, setAbsent] = useState<'keep' | 'drop'>('keep')
  const [busy, setBusy] = useState(false)
  const told = usePlan(chosen && { type: 'PlanSongs', ...chosen, absent })

  const send = async (file: File) => {
    setFailed(undefined)
    setChosen(undefined)
    setAbsent('keep')
    if (file.size > mostBytes) return setFailed('songsTooBig')
    setSending(0)
    const upload = newId('u')
    const sent = await house.link.sendFile(upload, file, bytes => setSending(Math.round((bytes / file.size) * 100)))
    setSending(undefined)
    if (!sent) return setFailed('songsNotSent')
    return setChosen({ file: file.name.slice(-100), upload })
  }
  const take = async (catalogue: string) => {
    setBusy(true)
    const done = await house.outcomeOf({ type: 'ImportSongs', catalogue })
    setBusy(false)
    if (!done) return
    house.notices.say(inSetup(({ s }) => s('songsTaken')))
    setChosen(undefined)
  }
  const wrong = failed ?? (told === 'gone' ? 'songsGone' : undefined)
  return (
    <div class="setup-part songs-import">
      <Last />
      <p>{s('songsHow')}</p>
      <ChooseTable
        chosen={chosen !== undefined}
        ready={told !== undefined}
        disabled={sending !== undefined}
        onFile={file => void send(file)}
        onCancel={() => setChosen(undefined)}
      />
      <div role="status" aria-live="polite">
        {sending !== undefined && <p>{s('songsSending', { percent: format.number(sending) })}</p>}
        {chosen && (told === undefined || (told !== 'gone' && told.state === 'reading')) && <p>{s('songsReading')}</p>}
        {wrong && <p class="wrong">{s(wrong)}</p>}
      </div>
      {chosen && told !== undefined && told !== 'gone' && told.state === 'told' && (
        <SongPlanView
          file={chosen.file}
          plan={told.plan}
          ready={told.ready && !busy}
          absent={absent}
          onAbsent={setAbsent}
          onTake={() => told.catalogue !== undefined && void take(told.catalogue)}
        />
      )}
    </div>
  )
}

/** What was imported last, and by whom. */
function Last() {
  const { s, format, house } = useSetup()
  const news = house.link.feed.value.filter(({ event }) => event === 'SongsImported').at(-1)?.seq ?? 0
  const asked = useAnswer({ type: 'SongsSetup' }, news)
  const last = asked.value?.last
  if (!last) return <Missing asked={asked} />
  return (
    <p class="quiet">
      {s('songsLast', {
        file: last.file,
        songs: format.number(last.songs),
        staff: staffName(house, last.by),
        day: format.day(last.at),
        time: format.time(last.at),
      })}
    </p>
  )
}
