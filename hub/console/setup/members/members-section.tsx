/** 会员: the list that another system kept is looked at first, and its members are written down one by one. */
import { useState } from 'preact/hooks'
import { Button } from '../../../../shared/ui/button.tsx'
import '../../parts/figure-grid.css'
import { FigureList } from '../../parts/figure-list.tsx'
import { Wrong } from '../../parts/parts.tsx'
import { keptTag } from '../../parts/tags.ts'
import { signedIn } from '../../state/house.ts'
import { ChooseTable } from '../choose-table.tsx'
import { useSetup } from '../setup-words.ts'
import { staffCalled } from './staff-called.ts'
import '../songs/songs.css'
import { type ImportSoFar, importing, importMembers, stopImport } from './import-members.ts'
import { lettersOf, type MemberList, readMembers } from './read-members.ts'

const mostBytes = 16 * 1024 * 1024
const linesShown = 20

interface Looked {
  readonly file: string
  readonly list: MemberList
}

export function MembersSection() {
  const { s, house } = useSetup()
  const [looked, setLooked] = useState<Looked>()
  const [wrong, setWrong] = useState<'membersTooBig' | 'membersNoName'>()
  const so = importing.value
  const going = so !== undefined && so.over === undefined
  const read = async (file: File) => {
    setLooked(undefined)
    setWrong(undefined)
    importing.value = undefined
    if (file.size > mostBytes) return setWrong('membersTooBig')
    const land = house.link.one('venue')?.locale === 'zh-Hant' ? 'big5' : 'gb18030'
    const text = lettersOf(new Uint8Array(await file.arrayBuffer()), land)
    const list = readMembers(text, {
      colleague: staffCalled(house.link.all('staff')),
      tag: word => keptTag(house, word),
    })
    return list ? setLooked({ file: file.name.slice(-100), list }) : setWrong('membersNoName')
  }
  return (
    <div class="setup-part songs-import">
      <p>{s('membersHow')}</p>
      {!going && (
        <ChooseTable
          chosen={looked !== undefined}
          ready={looked !== undefined}
          onFile={file => void read(file)}
          onCancel={() => setLooked(undefined)}
        />
      )}
      <Wrong words={wrong && s(wrong)} />
      {so && <SoFar so={so} />}
      {looked && !going && (
        <Plan
          {...looked}
          onTake={() => {
            const who = signedIn(house)
            setLooked(undefined)
            void importMembers(house.link, looked.file, looked.list, () => signedIn(house) === who)
          }}
        />
      )}
    </div>
  )
}

function Plan({ file, list, onTake }: Looked & { onTake: () => void }) {
  const { s, format } = useSetup()
  const { columns, members, faults } = list
  const count = format.number(members.length)
  return (
    <section class="songs-plan" aria-label={file}>
      <h2>{file}</h2>
      <ul class="songs-columns" aria-label={s('songsColumns')}>
        {columns.map(({ header, field }, at) => (
          <li key={at}>
            <span>{header === '' ? '–' : header}</span>
            <span class="quiet">→ {s(field === undefined ? 'songsIgnored' : `memberField.${field}`)}</span>
          </li>
        ))}
      </ul>
      <FigureList
        class="figure-grid"
        figures={[
          { label: s('songsRows'), value: format.number(members.length + faults.length) },
          { label: s('membersReady'), value: count },
          { label: s('songsFaulty'), value: format.number(faults.length), bad: faults.length > 0 },
        ]}
      />
      <div class="form-foot">
        <Button variant="primary" word={s('membersTake', { count })} disabled={members.length === 0} onPress={onTake} />
      </div>
      <Faults faults={faults} />
    </section>
  )
}

function Faults({ faults }: Pick<MemberList, 'faults'>) {
  const { s } = useSetup()
  if (faults.length === 0) return null
  const lines = faults.map(({ line, why }) => ({ line, words: s(`memberFault.${why}`) }))
  return <Lines head={s('songsFaultsHead')} lines={lines} />
}

function SoFar({ so }: { so: ImportSoFar }) {
  const { s, format, house } = useSetup()
  const { file, all, done, added, faults, there, left, over } = so
  return (
    <section class="songs-plan" aria-label={file}>
      <h2>{file}</h2>
      <p role="status" aria-live="polite">
        {over === undefined
          ? s('membersGoing', { done: format.number(done), all: format.number(all) })
          : over === 'all'
            ? s('membersDone')
            : s('membersStopped', { done: format.number(done), all: format.number(all) })}
      </p>
      <Wrong words={typeof over === 'object' ? house.wordsOf(over) : undefined} />
      <FigureList
        class="figure-grid"
        figures={[
          { label: s('membersAdded'), value: format.number(added) },
          { label: s('membersThere'), value: format.number(there) },
          { label: s('membersLeft'), value: format.number(left.length), bad: left.length > 0 },
        ]}
      />
      {over === undefined && (
        <div class="form-foot">
          <Button word={s('membersStop')} onPress={stopImport} />
        </div>
      )}
      {left.length > 0 && (
        <Lines
          head={s('membersLeftHead')}
          lines={left.map(({ line, what, refusal }) => ({
            line,
            words: `${s(`memberField.${what === 'card' ? 'card' : 'name'}`)}: ${house.wordsOf(refusal)}`,
          }))}
        />
      )}
      {/* Whoever mends them in the file looks here, not where they were before it began. */}
      <Faults faults={faults} />
    </section>
  )
}

function Lines({ head, lines }: { head: string; lines: readonly { readonly line: number; readonly words: string }[] }) {
  const { s, format } = useSetup()
  return (
    <>
      <h3>{head}</h3>
      <ul class="songs-faults">
        {lines.slice(0, linesShown).map(({ line, words }) => (
          <li key={line}>
            {s('songsAtLine', { line })} <span class="quiet">{words}</span>
          </li>
        ))}
      </ul>
      {lines.length > linesShown && (
        <p class="quiet">{s('membersMoreLines', { count: format.number(lines.length - linesShown) })}</p>
      )}
    </>
  )
}
