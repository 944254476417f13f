import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../adapters/slack/settings.ts'
import { botRefused, connectionRefused } from '../../../adapters/slack/setup/check-words.ts'
import { neededScopes } from '../../../adapters/slack/setup/scopes.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { type } from '../../cli/paper.ts'

const folder = path.join(import.meta.dirname, '../../../adapters/slack')
const pages = [
  { lang: 'en', text: readFileSync(path.join(folder, 'README.md'), 'utf8') },
  { lang: 'zh', text: readFileSync(path.join(folder, 'README.zh-CN.md'), 'utf8') },
] as const

/** The codes that the rows about a setting name. */
function codesOf(text: string, setting: string): readonly string[] {
  const rows = text.split('\n').filter(line => line.includes(`doctor`) && line.includes(setting))
  return rows.flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code))
}

describe.each(pages)('the Slack page in $lang', ({ lang, text }) => {
  test('tells of every scope what does not work without it', () => {
    for (const { scope, without } of neededScopes) {
      const row = text.split('\n').find(line => line.startsWith(`| \`${scope}\` `))
      expect(row, scope).toContain(without[lang])
    }
    expect(text.match(/^\| `[a-z._]+:?[a-z]*` /gm)).toHaveLength(neededScopes.length)
  })

  test.for<[string, (code: string) => Check]>([
    ['SLACK_BOT_TOKEN', botRefused],
    ['SLACK_APP_TOKEN', connectionRefused],
  ])('names for %s only errors of which the doctor knows what to do', ([setting, refused]) => {
    const codes = codesOf(text, setting)
    expect(codes.length).toBeGreaterThan(3)
    const unknown = refused('unheard_of').todo
    for (const code of codes) expect(refused(code).todo, code).not.toEqual(unknown)
  })

  test.for<Record<string, string>>([
    { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' },
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_MODE: 'http' },
  ])('quotes what the start says of %j', env => {
    const read = readSettings(env)
    const faults = read.kind === 'faulty' ? read.faults : []
    expect(faults).toHaveLength(1)
    const quoted = [...text.matchAll(/\*(SLACK_[^*]+)\*/g)].map(([, words = '']) => words)
    expect(quoted.some(words => faults[0]?.startsWith(words))).toBe(true)
  })

  test('has commands that do what it says', async () => {
    const lines = [...text.matchAll(/npm run -s bellwether -- ([^`\n]+)/g)].map(([, line = '']) => line)
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const { code, out } = await type(line)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toHaveProperty('features.slash_commands')
    }
  })
})
