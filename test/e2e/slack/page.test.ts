import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bellwether } from '../../cli/command-line.ts'
import { type as typeAt } from '../../cli/paper.ts'
import { openSlackSimulator, type SlackSimulator } from '../../simulators/slack/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { pagesOf, quoted, settingsIn } from '../reading-pages.ts'
import type { Server } from '../server.ts'
import { CHANNEL, slackSettings, startOn, viewer } from './workspace.ts'

const pages = pagesOf('slack')
const tellings = {
  en: { locale: 'en-US', made: /is set up/, noted: /Plan noted.*Visits.*3/s },
  zh: { locale: 'zh-CN', made: /建好了/, noted: /计划.*拜访.*3/s },
} as const

const pasted = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string() })) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
})

/** What is written in Slack is done there by hand; what is typed is typed as it stands. */
describe.each(['en', 'zh'] as const)('the Slack page in %s, followed word by word', lang => {
  const { locale, made, noted } = tellings[lang]
  const page = pages[lang]
  let slack: SlackSimulator
  let server: Server

  beforeAll(async () => {
    const { out } = await typeAt(quoted(page, 'npm run -s bellwether -- slack manifest').replace(/^.*? -- /, ''))
    const { features, oauth_config } = pasted.parse(JSON.parse(out))
    slack = await openSlackSimulator({
      scopes: oauth_config.scopes.bot,
      slashCommands: features.slash_commands.map(({ command }) => command),
    })
    await slack.addUser({ id: 'U0GRACE', name: 'Grace', realName: 'Grace', tz: 'Asia/Shanghai', locale })
    await slack.addChannel({ id: CHANNEL, name: 'sales', members: ['U0GRACE'] })
    expect(settingsIn(page, 'SLACK_BOT_TOKEN')).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])
    server = await startOn(slack, { DATA_DIR: temporaryFolder() })
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await slack.close()
  })

  test('the doctor finds nothing missing in Slack', async () => {
    const command = quoted(page, 'npm run bellwether -- doctor').split(' -- ')[1] ?? ''
    const settings = { ...slackSettings(slack), DATA_DIR: temporaryFolder() }
    const { out, code } = await bellwether([...command.split(' '), '--json'], settings)
    const findings = z.array(z.object({ check: z.string(), level: z.string() })).parse(JSON.parse(out))
    expect(findings.filter(({ check }) => check === 'slack').map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
    expect(code).toBe(0)
  })

  test('the bot that is invited greets, and /setup makes the team by its form', async () => {
    const grace = viewer(slack, 'U0GRACE')
    expect(quoted(page, '/invite')).toBe('/invite @bellwether')
    await slack.invite(CHANNEL, slack.bot.userId, 'U0GRACE')
    await grace.sees(/./)
    await slack.slash('U0GRACE', CHANNEL, quoted(page, '/setup'))
    const form = slack.openView('U0GRACE')
    expect(form).not.toBeNull()
    expect(await slack.submits('U0GRACE', form?.id ?? '')).toMatchObject({ outcome: 'cleared' })
    await grace.sees(made)
  })

  test('the first /plan is noted, and alone it opens the form', async () => {
    const [, plan = '', text = ''] = /^(\/plan) (.+)$/.exec(quoted(page, '/plan ')) ?? []
    await slack.slash('U0GRACE', CHANNEL, plan, text)
    await viewer(slack, 'U0GRACE').sees(noted)
    await slack.slash('U0GRACE', CHANNEL, plan)
    expect(slack.openView('U0GRACE')).not.toBeNull()
  })
})
