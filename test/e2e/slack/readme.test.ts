import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { features } from '../../../src/features/index.ts'
import { type HouseInSlack, houseInSlack } from '../../adapters/slack/house-in-slack.ts'
import { bellwether } from '../../cli/command-line.ts'
import { describeBothPages } from '../both-pages.ts'
import { all, pagesOf } from '../reading-pages.ts'

const pages = pagesOf('slack')
const declared = features.flatMap(feature => feature.commands ?? [])
/** Without the language of a command, and with each step in one line. */
const flat = (page: string) => page.replaceAll(' --lang zh', '').replaceAll(/\n +/g, ' ')

describeBothPages(
  'Slack',
  { en: flat(pages.en), zh: flat(pages.zh) },
  {
    settings: 'SLACK',
    named: [
      ['settings', /\b(SLACK_[A-Z_]+|DATA_DIR)\b/g],
      ['commands of the shell', /npm (start|run( -s)? \w+ -- [a-z]+( manifest)?( --(mode|url) \S+)*)/g],
      ['slash commands', /(?<=`)\/[a-z-]+/g],
      ['tokens and permissions', /\b(xoxb|xapp)-|`(connections:write|[a-z.]+:(read|write|history))`/g],
    ],
    clicked: { on: 'zh', pattern: /(?<=\*\*)[A-Z][^*]+(?=\*\*)/g, moreThan: 15 },
  },
)

const upTo = (length: number) => z.string().min(1).max(length)

/** What Slack takes: https://docs.slack.dev/reference/app-manifest */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.number(), minor_version: z.number() }).optional(),
  display_information: z.strictObject({
    name: upTo(35),
    description: upTo(140).optional(),
    long_description: z.string().min(175).max(4_000).optional(),
    background_color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional(),
  }),
  features: z.looseObject({
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: upTo(2_000),
          usage_hint: upTo(1_000).optional(),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: upTo(24),
          type: z.literal('message'),
          callback_id: upTo(255),
          description: upTo(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.looseObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.looseObject({ event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).max(100) }) }),
})

describe.each(['en', 'zh'] as const)('the manifest that the page in %s has printed', lang => {
  const line = /npm run -s bellwether -- (slack manifest[^`\n]*)`/.exec(pages[lang])?.[1] ?? ''
  let stage: HouseInSlack
  let printed: z.infer<typeof manifest>

  beforeAll(async () => {
    const { code, out } = await bellwether(line.split(' '), {})
    expect(code).toBe(0)
    printed = manifest.parse(JSON.parse(out))
    stage = await houseInSlack({ lang })
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  /** Whether Wang is answered, or sees a form open. */
  async function isAnswered(command: string, text = ''): Promise<boolean> {
    const [seen, open] = [stage.seenBy('UWANG', 'CSALES').length, stage.slack.openView('UWANG')?.id]
    const { delivery, payload } = await stage.slack.slash('UWANG', 'CSALES', command, text)
    await stage.settle()
    const answers = stage.seenBy('UWANG', 'CSALES').length - seen - (payload === null ? 0 : 1)
    return delivery.acked && (answers > 0 || stage.slack.openView('UWANG')?.id !== open)
  }

  test('has commands each of which is answered, or opens its form', async () => {
    const silent: string[] = []
    for (const { command } of printed.features.slash_commands) {
      if (!(await isAnswered(command))) silent.push(command)
    }
    expect(silent).toEqual([])
    expect(printed.features.slash_commands.length).toBeGreaterThan(10)
  })

  test('has one by which each command is answered that it has left out', async () => {
    const own = printed.features.slash_commands.map(({ command }) => command)
    const leftOut = declared.filter(({ name }) => !own.includes(`/${name}`))
    expect(leftOut.map(({ name }) => name)).toEqual(expect.arrayContaining(['leave', 'join']))
    const silent: string[] = []
    for (const { words } of leftOut) {
      for (const word of words) if (!(await isAnswered('/bellwether', word))) silent.push(word)
    }
    expect(silent).toEqual([])
  })

  test('has every command that the page writes with its slash, but those of Slack and of a prefix', () => {
    const own = printed.features.slash_commands.map(({ command }) => command)
    const named = all(pages[lang], /(?<=`)\/[a-z-]+/g).filter(
      name => !/^\/(invite|join|leave|feedback|bw(-.*)?)$/.test(name),
    )
    expect(named).toEqual(expect.arrayContaining(['/bellwether', '/plan', '/setup']))
    expect(named.filter(name => !own.includes(name))).toEqual([])
  })
})
