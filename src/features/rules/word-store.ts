import type { Tx } from '../../store/transaction.ts'
import { keyOf, type ListedWord, wordKinds } from './listed-word.ts'

/** A list of a team without its words. `version` grows with every change. */
export interface WordListHead {
  readonly name: string
  readonly version: number
}

/** Null where the team has no such list. */
export async function wordListHead(tx: Tx, teamId: string, name: string): Promise<WordListHead | null> {
  return tx.wordList.findUnique({ where: { teamId_name: { teamId, name } }, select: { name: true, version: true } })
}

export async function wordLists(tx: Tx, teamId: string): Promise<readonly WordListHead[]> {
  return tx.wordList.findMany({ where: { teamId }, select: { name: true, version: true }, orderBy: { name: 'asc' } })
}

/** The words of a list in the order of their keys: all, or the first ones. */
export async function wordsOf(tx: Tx, teamId: string, list: string, most?: number): Promise<readonly ListedWord[]> {
  const rows = await tx.listedWord.findMany({
    where: { teamId, list },
    orderBy: { key: 'asc' },
    ...(most !== undefined && { take: most }),
  })
  return rows.map(({ word, kind, suggestion }) => ({
    word,
    kind: kindOf(kind),
    ...(suggestion !== null && { suggestion }),
  }))
}

export async function countWords(tx: Tx, teamId: string, list: string): Promise<number> {
  return tx.listedWord.count({ where: { teamId, list } })
}

/** Writes words into a list, in place of those that are the same; a thousand at a time. */
export async function writeWords(
  tx: Tx,
  to: { teamId: string; list: string; at: Date },
  words: readonly ListedWord[],
): Promise<void> {
  const { teamId, list, at } = to
  await removeWords(
    tx,
    { teamId, list },
    words.map(({ word }) => keyOf(word)),
  )
  const rows = words.map(word => ({
    teamId,
    list,
    key: keyOf(word.word),
    ...word,
    suggestion: word.suggestion ?? null,
  }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.listedWord.createMany({ data: rows.slice(from, from + AT_ONCE) })
  }
  await touch(tx, teamId, list, at)
}

const AT_ONCE = 1000

/** Answers how many were there. */
export async function dropWords(
  tx: Tx,
  of: { teamId: string; list: string; at: Date },
  keys: readonly string[],
): Promise<number> {
  const count = await removeWords(tx, of, keys)
  if (count > 0) await touch(tx, of.teamId, of.list, of.at)
  return count
}

async function removeWords(
  tx: Tx,
  { teamId, list }: { teamId: string; list: string },
  keys: readonly string[],
): Promise<number> {
  let removed = 0
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const { count } = await tx.listedWord.deleteMany({
      where: { teamId, list, key: { in: keys.slice(from, from + AT_ONCE) } },
    })
    removed += count
  }
  return removed
}

async function touch(tx: Tx, teamId: string, name: string, changedAt: Date): Promise<void> {
  await tx.wordList.upsert({
    where: { teamId_name: { teamId, name } },
    create: { teamId, name, changedAt },
    update: { version: { increment: 1 }, changedAt },
  })
}

function kindOf(written: string): ListedWord['kind'] {
  const kind = wordKinds.find(one => one === written)
  if (kind === undefined) throw new TypeError(`a word is of no known kind: ${written}`)
  return kind
}
