import type { Answers, Item, Report } from './report.ts'

/** The words of a plan as things to do: 跟进华为、中建 is two. */
export function itemsIn(notes: readonly string[]): readonly Item[] {
  return notes
    .flatMap(note => note.split(/[、；;]/))
    .map(text => ({ text: text.trim(), done: false }))
    .filter(({ text }) => text !== '')
}

/** What is still to do after a day, from its report, or its plan when there was none. */
export function unfinished(plan: Report | null, report: Report | null): readonly Item[] {
  return (report ?? plan)?.items.filter(({ done }) => !done) ?? []
}

const marks = [
  { done: true, mark: /^(?:[√✓✔✅☑]\uFE0F?|完成[:：]?|done(?!\p{L}):?)\s*/iu },
  { done: false, mark: /^(?:☐|未完成[:：]?|not done(?!\p{L}):?)\s*/iu },
]

/** Notes such as `√ 跟进华为` that name an item say what became of it; the others stay notes. */
export function markItems({ items, notes, ...rest }: Answers): Answers {
  const outcomes = new Map<string, boolean>()
  const others = notes.filter(note => {
    const outcome = outcomeIn(note, items)
    if (outcome) outcomes.set(outcome.text, outcome.done)
    return outcome === null
  })
  return { ...rest, items: items.map(({ text, done }) => ({ text, done: outcomes.get(text) ?? done })), notes: others }
}

/** The answers with that item turned over; the same answers when there is none of that text. */
export function turnItem(answers: Answers, text: string): Answers {
  return { ...answers, items: answers.items.map(item => (item.text === text ? { text, done: !item.done } : item)) }
}

function outcomeIn(note: string, items: readonly Item[]): Item | null {
  for (const { done, mark } of marks) {
    const text = note.replace(mark, '')
    if (text !== note && items.some(item => item.text === text)) return { text, done }
  }
  return null
}
