/**
 * A few views of one thing (已点 / 已唱), the gold line wiping in under the chosen one. Arrow keys move, as in any tab list.
 *
 *   <Tabs label={t('playlist')} tabs={[{ id: 'queued', word: t('queued'), count: 5 }]} current={tab} onChoose={setTab} />
 *   <section id={tabPanelId('queued')} role="tabpanel">…</section>
 */
import './tabs.css'

export interface Tab<Id extends string> {
  id: Id
  word: string
  count?: number | undefined
}

export interface TabsProps<Id extends string> {
  label: string
  tabs: readonly Tab<Id>[]
  current: Id
  onChoose: (id: Id) => void
}

export function Tabs<Id extends string>({ label, tabs, current, onChoose }: TabsProps<Id>) {
  const at = tabs.findIndex(tab => tab.id === current)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step === 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    document.getElementById(tabId(next.id))?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, word, count }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          class="tab"
          role="tab"
          aria-selected={id === current}
          aria-controls={id === current ? tabPanelId(id) : undefined}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {word}
          {count !== undefined && <span class="tab-count">{count}</span>}
        </button>
      ))}
    </div>
  )
}

/** The id its panel must carry. */
export function tabPanelId(id: string): string {
  return `tab-panel-${id}`
}

function tabId(id: string): string {
  return `tab-${id}`
}
