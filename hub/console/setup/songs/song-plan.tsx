/** What a file would make of the songs: what was read how, how many are new, changed, left out; and 导入. */
import IconDownload from '~icons/lucide/download'
import { type SongPlan, songLanguages } from '../../../../shared/protocol/song-import.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import '../../parts/figure-grid.css'
import { csvOf } from '../../parts/csv.ts'
import { FigureList } from '../../parts/figure-list.tsx'
import { Choices } from '../../parts/parts.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSetup } from '../setup-words.ts'

export interface SongPlanProps {
  file: string
  plan: SongPlan
  /** Can be taken at once. */
  ready: boolean
  absent: 'keep' | 'drop'
  onAbsent: (absent: 'keep' | 'drop') => void
  onTake: () => void
}

const faultsShown = 5

export function SongPlanView({ file, plan, ready, absent, onAbsent, onTake }: SongPlanProps) {
  const { s, format } = useSetup()
  const { problem, rows, added, changed, same, faulty, songs } = plan
  const count = (value: number) => format.number(value)
  return (
    <section class="songs-plan" aria-label={file}>
      <h2>{file}</h2>
      {plan.encoding !== undefined && (
        <p class="quiet">
          {s('songsReadAs', {
            encoding: s(`encoding.${plan.encoding}`),
            separator: plan.separator === '\t' ? s('songsTab') : (plan.separator ?? ''),
          })}
        </p>
      )}
      {problem !== undefined && (
        <div class="songs-problem" role="alert">
          <p class="wrong">
            <strong>{s(`songsProblem.${problem}`)}</strong>
          </p>
          <p>
            {problem === 'no-columns'
              ? s('songsLacks', { columns: plan.missing.map(field => s(`songField.${field}`)).join(s('songsAnd')) })
              : s(`songsDo.${problem}`)}
          </p>
        </div>
      )}
      {plan.columns.length > 0 && <Columns plan={plan} />}
      {problem === undefined && (
        <>
          <FigureList
            class="figure-grid"
            figures={[
              { label: s('songsRows'), value: count(rows) },
              { label: s('songsAdded'), value: count(added) },
              { label: s('songsChanged'), value: count(changed) },
              { label: s('songsSame'), value: count(same) },
              { label: s('songsDropped'), value: count(absent === 'drop' ? plan.absent : 0) },
              { label: s('songsFaulty'), value: count(faulty), bad: faulty > 0 },
              { label: s('songsAfter'), value: count(songs) },
            ]}
          />
          {plan.absent > 0 && (
            <div class="field">
              <span class="label">{s('songsAbsent', { count: count(plan.absent) })}</span>
              <Choices
                label={s('songsAbsent', { count: count(plan.absent) })}
                current={absent}
                onChoose={onAbsent}
                choices={(['keep', 'drop'] as const).map(id => ({ id, word: s(`songsAbsent.${id}`) }))}
              />
            </div>
          )}
        </>
      )}
      {problem === undefined && (
        <div class="form-foot">
          <Button
            variant="primary"
            word={ready ? s('songsTake', { count: count(songs) }) : s('songsPreparing')}
            disabled={!ready}
            onPress={onTake}
          />
        </div>
      )}
      {faulty > 0 && <Faults file={file} plan={plan} />}
      {plan.first.length > 0 && <First plan={plan} />}
    </section>
  )
}

function Columns({ plan }: { plan: SongPlan }) {
  const { s } = useSetup()
  return (
    <ul class="songs-columns" aria-label={s('songsColumns')}>
      {plan.columns.map(({ header, field }, at) => (
        <li key={at}>
          <span>{header === '' ? '–' : header}</span>
          <span class="quiet">→ {s(field === undefined ? 'songsIgnored' : `songField.${field}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Faults({ file, plan }: { file: string; plan: SongPlan }) {
  const { s } = useSetup()
  const save = () =>
    saveFile(
      `${file.replace(/\.\w+$/, '')}-${s('songsFaulty')}.csv`,
      'text/csv',
      csvOf([
        [s('songsLine'), s('songsWhy'), s('songsText')],
        ...plan.faults.map(({ line, fault, text }) => [String(line), s(`songFault.${fault}`), text]),
      ]),
    )
  return (
    <div class="field">
      <span class="label">{s('songsFaultsHead')}</span>
      <ul class="songs-faults">
        {plan.faults.slice(0, faultsShown).map(({ line, fault, text }) => (
          <li key={line}>
            <strong>{s('songsAtLine', { line })}</strong> {s(`songFault.${fault}`)} <span class="quiet">{text}</span>
          </li>
        ))}
      </ul>
      <p>
        <Button size="min" icon={IconDownload} word={s('songsFaultsSave')} onPress={save} />
      </p>
    </div>
  )
}

function First({ plan }: { plan: SongPlan }) {
  const { s } = useSetup()
  const languageWord = (code: string) => {
    const known = songLanguages.find(one => one === code)
    return known === undefined ? '–' : s(`songsIn.${known}`)
  }
  return (
    <div class="field">
      <span class="label">{s('songsFirst')}</span>
      <table class="songs-first">
        <thead>
          <tr>
            <th scope="col">{s('songField.title')}</th>
            <th scope="col">{s('songField.artist')}</th>
            <th scope="col">{s('songField.language')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.first.map(({ title, artist, language }, at) => (
            <tr key={at}>
              <td>{title}</td>
              <td>{artist}</td>
              <td>{languageWord(language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
