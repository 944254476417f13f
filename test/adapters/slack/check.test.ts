import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../../adapters/slack/client.ts'
import { checkScopes, checkSlack } from '../../../adapters/slack/setup/check.ts'
import { neededScopes } from '../../../adapters/slack/setup/scopes.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { openSlackSimulator, type SlackSimulator } from '../../simulators/slack/index.ts'
import { quiet } from '../../store/fixture.ts'

const everything = neededScopes.map(({ scope }) => scope)
const secret = 'never-shown'

interface Given {
  readonly scopes?: readonly string[]
  readonly botToken?: string
  readonly appToken?: string
  readonly http?: boolean
  readonly answerWithinMs?: number
}

async function workspace(scopes: readonly string[] = everything): Promise<SlackSimulator> {
  const slack = await openSlackSimulator({ scopes })
  onTestFinished(() => slack.close())
  return slack
}

function checksOf({ apiUrl, ...slack }: Pick<SlackSimulator, 'apiUrl' | 'botToken' | 'appToken'>, given: Given = {}) {
  const web = (token: string) =>
    createClient({ token, apiUrl, log: quiet, answerWithinMs: given.answerWithinMs ?? 10_000 }).web
  const app = given.http ? null : web(given.appToken ?? slack.appToken)
  return checkSlack({ bot: web(given.botToken ?? slack.botToken), app })
}

const faults = (checks: readonly Check[]) => checks.filter(({ level }) => level !== 'ok')
const textOf = (checks: readonly Check[]) => JSON.stringify(checks)

describe('a workspace that is set up rightly', () => {
  test('is well in socket mode', async () => {
    const checks = await checksOf(await workspace())
    expect(faults(checks)).toEqual([])
    expect(checks.map(({ said }) => said.en)).toEqual([
      expect.stringMatching(/signed in to .+ as @.+/),
      expect.stringContaining('no scope is missing'),
      expect.stringContaining('connections can be opened'),
    ])
  })

  test('is well in HTTP mode without a token of the app, and is told where Slack must post to', async () => {
    const checks = await checksOf(await workspace(), { http: true })
    expect(faults(checks)).toEqual([])
    expect(checks.at(-1)?.todo?.en).toContain('/slack/events')
  })
})

describe('a permission that is missing', () => {
  test.for(everything)('%s is named, with what does not work without it', async scope => {
    const missing = faults(checkScopes(everything.filter(it => it !== scope)))
    expect(missing).toHaveLength(1)
    for (const lang of ['zh', 'en'] as const) {
      expect(missing[0]?.said[lang]).toContain(scope)
      expect(missing[0]?.todo?.[lang]).toContain('Bot Token Scopes')
    }
  })

  test('is seen in what Slack answers, each of several', async () => {
    const checks = await checksOf(await workspace(everything.filter(it => it !== 'files:write' && it !== 'commands')))
    const said = faults(checks).map(({ said }) => said.en)
    expect(said).toEqual([expect.stringContaining('scope commands'), expect.stringContaining('scope files:write')])
  })

  test('cannot be seen where a gateway hides what was granted, which is said', () => {
    expect(checkScopes(undefined)).toEqual([expect.objectContaining({ level: 'warning' })])
  })
})

describe('a token that Slack refuses', () => {
  test('of the bot is named by its setting, with what to do, and is not shown', async () => {
    const checks = await checksOf(await workspace(), { botToken: `xoxb-${secret}` })
    expect(faults(checks)).toEqual([expect.objectContaining({ level: 'fault' })])
    expect(faults(checks)[0]?.said.en).toBe('Slack: it refuses SLACK_BOT_TOKEN (invalid_auth)')
    expect(faults(checks)[0]?.todo?.en).toContain('Bot User OAuth Token')
    expect(textOf(checks)).not.toContain(secret)
  })

  test('of the app is named by its setting, with the scope that it needs, and is not shown', async () => {
    const checks = await checksOf(await workspace(), { appToken: `xapp-${secret}` })
    expect(faults(checks)[0]?.said.en).toContain('SLACK_APP_TOKEN')
    expect(faults(checks)[0]?.todo?.en).toContain('connections:write')
    expect(textOf(checks)).not.toContain(secret)
  })

  test('being the bot’s where the app’s should be is told as such', async () => {
    const slack = await workspace()
    const checks = await checksOf(slack, { appToken: slack.botToken })
    expect(faults(checks)[0]?.said.en).toContain('SLACK_APP_TOKEN')
  })

  test('because the app was uninstalled asks for a new installation', async () => {
    const slack = await workspace()
    slack.failNext('auth.test', { error: 'account_inactive' })
    const checks = await checksOf(slack)
    expect(faults(checks)[0]?.todo?.en).toContain('Install App')
  })

  test('for a reason that we do not know is still told', async () => {
    const slack = await workspace()
    slack.failNext('auth.test', { error: 'some_new_error' })
    const [fault] = faults(await checksOf(slack))
    expect(fault?.said.zh).toContain('some_new_error')
    expect(fault?.todo).toBeDefined()
  })
})

describe('a Slack that does not answer', () => {
  test.for<[string, Parameters<SlackSimulator['failNext']>[1]]>([
    ['at all', { hang: true }],
    ['but with an error of its server', { status: 503 }],
    ['because there is too much', { retryAfter: 30 }],
  ])('%s is a fault, not an exception', async ([, failure]) => {
    const slack = await workspace()
    slack.failNext('auth.test', failure)
    const checks = await checksOf(slack, { ...('hang' in failure && { answerWithinMs: 1_000 }), http: true })
    expect(faults(checks)).toHaveLength(1)
    expect(faults(checks)[0]).toMatchObject({ level: 'fault', todo: { en: expect.stringContaining('SLACK_API_URL') } })
  })

  test('because nobody is there is told with the reason', async () => {
    const nowhere = { apiUrl: 'http://127.0.0.1:2/api/', botToken: `xoxb-${secret}`, appToken: `xapp-${secret}` }
    const checks = await checksOf(nowhere)
    expect(checks.map(({ said }) => said.en)).toEqual(Array(2).fill('Slack: it does not answer (ECONNREFUSED)'))
  })
})
