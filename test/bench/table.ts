/** One line of the result. A goal says whether the value meets it. */
export interface Row {
  readonly what: string
  readonly value: string
  readonly ratio?: string
  readonly goal?: { readonly words: string; readonly met: boolean }
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const rate = (value: number): string => `${Math.round(value).toLocaleString('en')} /s`
export const megabytes = (value: number): string => `${Math.round(value)} MB`
export const times = (value: number, words: string): string => `${value.toFixed(value < 1 ? 3 : 1)} × ${words}`

export function draw(rows: readonly Row[]): string {
  const cells = [
    ['', '', 'in this run', 'goal'],
    ...rows.map(({ what, value, ratio = '', goal }) => [
      what,
      value,
      ratio,
      goal ? `${goal.met ? 'met   ' : 'MISSED'} ${goal.words}` : '',
    ]),
  ]
  const widths = [0, 1, 2].map(column => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  return cells
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
