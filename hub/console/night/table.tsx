/** A table of the page: words at the left, figures at the right; on a phone what is `wide` is left out. */
import type { ComponentChildren } from 'preact'

export interface Column {
  readonly head: string
  readonly figure?: true
  /** Not on a phone. */
  readonly wide?: true
}

export interface TableProps {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[]
  /** The sum of each column that has one. */
  readonly foot?: readonly ComponentChildren[]
  /** What is said where there are no rows. */
  readonly none: string
}

export function Table({ title, columns, rows, foot, none }: TableProps) {
  return (
    <section class="night-part" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <table class="night-table">
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column.head} scope="col" data-figure={column.figure} data-wide={column.wide}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {columns.map((column, at) => (
                  <td key={column.head} data-figure={column.figure} data-wide={column.wide}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {foot && (
            <tfoot>
              <tr>
                {columns.map((column, at) => (
                  <td key={column.head} data-figure={column.figure} data-wide={column.wide}>
                    {foot[at]}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </section>
  )
}
