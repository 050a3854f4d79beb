/** Figures under their words, those that want an answer in the colour of a warning. */

export interface Figure {
  readonly label: string
  readonly value: string
  readonly bad?: boolean
  /** What the figure leaves out. */
  readonly note?: string
}

export function FigureList({ figures, class: name }: { figures: readonly Figure[]; class: string }) {
  return (
    <dl class={name}>
      {figures.map(({ label, value, bad, note }) => (
        <div key={label} data-bad={bad ? '' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note !== undefined && <dd class="figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
