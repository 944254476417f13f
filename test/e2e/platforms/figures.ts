/** What people read in the rows of a table, or of the list that stands for one: by name, the figures from left to right. */
export type Figures = Readonly<Record<string, readonly string[]>>

/** Each platform parts the columns of a row in its own way, or repeats their labels in it. */
const gaps = /[\s|·]+/
const figure = /^(?:[\d,.]+(?:\/[\d,.]+|万)?|–\/[\d,.]+)$/

export function figuresOf(text: string, names: readonly string[]): Figures {
  const rows = text.split('\n').flatMap(line => {
    const words = line.split(gaps)
    const name = names.find(it => words.some(word => word === it || word === `${it}（迟）`))
    const figures = words.filter(word => figure.test(word))
    return name === undefined || figures.length === 0 ? [] : [[name, figures] as const]
  })
  return Object.fromEntries(rows)
}
