/** Figures under their words, those that want an answer in the colour of a warning. */

export interface Figure {
  readonly label: string
  readonly value: string
  readonly bad?: boolean
}

export function FigureList({ figures, class: name }: { figures: readonly Figure[]; class: string }) {
  return (
    <dl class={name}>
      {figures.map(({ label, value, bad }) => (
        <div key={label} data-bad={bad ? '' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
