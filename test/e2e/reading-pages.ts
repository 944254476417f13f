import { readFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../../src/base/errors.ts'
import type { Lang } from '../../src/base/words.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { temporaryFolder } from '../store/fixture.ts'
import type { Settings } from './server.ts'

const root = path.join(import.meta.dirname, '../..')
export const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The pages of a platform, by language. */
export type Pages = Readonly<Record<Lang, string>>

export const pagesOf = (platform: string): Pages => ({
  en: read(`adapters/${platform}/README.md`),
  zh: read(`adapters/${platform}/README.zh-CN.md`),
})

/** Everything on a page that matches, each once. */
export function all(page: string, pattern: RegExp): readonly string[] {
  return [...new Set(page.match(pattern))].toSorted()
}

/** The first of what the page writes as code that begins so. */
export function quoted(page: string, beginning: string): string {
  const found = [...page.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words).find(it => it.startsWith(beginning))
  if (found === undefined) throw new Error(`the page says no ${beginning}`)
  return found
}

/** The settings that a page writes into `.env` in one place, the one that begins with this name. */
export function settingsIn(page: string, first: string): readonly string[] {
  const [block] = page.match(new RegExp(`^ *${first}=[^\`]*`, 'm')) ?? []
  if (block === undefined) throw new Error(`the page sets no ${first}`)
  return (block.match(/^ *\w+(?==)/gm) ?? []).map(name => name.trim())
}

/** The words in italics of all rows of a page's last table that begin so, in their order. */
function seenIn(page: string, beginning: string): readonly string[] {
  const rows = page.split('\n').filter(line => line.startsWith(`| ${beginning}`))
  return rows.flatMap(row => /\*([^*]+)\*/.exec(row)?.[1] ?? [])
}

/** Each such row in one language with the same row in the other. */
export function pairsIn(pages: Pages, en: string, zh: string) {
  const [ours, theirs] = [seenIn(pages.en, en), seenIn(pages.zh, zh)]
  return ours.map((words, at) => ({ en: words, zh: theirs[at] ?? '(the other page has no such row)' }))
}

/** What the doctor says of a platform; without a folder, where nothing has run yet. */
export async function findingsOf(platform: string, settings: Settings): Promise<readonly Finding[]> {
  const found: Finding[] = []
  const env = { DATA_DIR: path.join(temporaryFolder(), 'none'), ...settings }
  for await (const finding of examine({ env, runtime: '24.21.0', now: new Date() })) found.push(finding)
  return found.filter(({ check }) => check === platform)
}

/** Why it does not start with these settings. */
export function refusalOf(settings: Settings): string {
  try {
    const { port }: Config = readConfig(settings)
    return `it starts, at ${port}`
  } catch (error) {
    return messageOf(error)
  }
}
