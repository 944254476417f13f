import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { neededScopes } from '../../adapters/slack/setup/scopes.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { openSlackSimulator, type SlackSimulator } from '../simulators/slack/index.ts'
import { temporaryFolder } from '../store/fixture.ts'

const everything = neededScopes.map(({ scope }) => scope)

async function workspace(scopes: readonly string[] = everything): Promise<SlackSimulator> {
  const slack = await openSlackSimulator({ scopes })
  onTestFinished(() => slack.close())
  return slack
}

/** What the doctor says of Slack where no server has run yet. */
async function findingsOf(env: Record<string, string>): Promise<readonly Finding[]> {
  const found: Finding[] = []
  const settings = { DATA_DIR: path.join(temporaryFolder(), 'none'), ...env }
  for await (const finding of examine({ env: settings, runtime: '24.21.0', now: new Date() })) found.push(finding)
  return found.filter(({ check }) => check === 'slack')
}

const settingsOf = (slack: SlackSimulator) => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
})

describe('the doctor', () => {
  test('says nothing of a platform that is not configured', async () => {
    expect(await findingsOf({})).toEqual([])
  })

  test('finds a workspace well that is set up rightly', async () => {
    const found = await findingsOf(settingsOf(await workspace()))
    expect(found.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
  })

  test('names a scope that is missing', async () => {
    const found = await findingsOf(settingsOf(await workspace(everything.filter(it => it !== 'users:read'))))
    expect(found.filter(({ level }) => level === 'fault').map(({ said }) => said.en)).toEqual([
      expect.stringContaining('users:read'),
    ])
  })

  test('names the token that Slack refuses and does not show it', async () => {
    const found = await findingsOf({ ...settingsOf(await workspace()), SLACK_APP_TOKEN: 'xapp-never-shown' })
    expect(found.filter(({ level }) => level === 'fault').map(({ said }) => said.en)).toEqual([
      expect.stringContaining('SLACK_APP_TOKEN'),
    ])
    expect(JSON.stringify(found)).not.toContain('never-shown')
  })

  test('says where Slack must post to in HTTP mode', async () => {
    const slack = await workspace()
    const { SLACK_APP_TOKEN: _, ...env } = settingsOf(slack)
    const found = await findingsOf({ ...env, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: slack.signingSecret })
    expect(found.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
    expect(found.at(-1)?.todo?.en).toContain('/slack/events')
  })
})
