import { describe, expect, it } from 'vitest'
import type { WeComSettings } from '../../../adapters/wecom/settings.ts'
import { checkWeCom } from '../../../adapters/wecom/setup/check.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { openLanes } from './lanes-open.ts'

type Lanes = Awaited<ReturnType<typeof openLanes>>

const bot = { botId: 'aib', secret: 'a bot secret', name: '领头羊', wsUrl: 'ws://127.0.0.1:1' }

function check({ settings, facts: { memory } }: Lanes, patch: Partial<WeComSettings> = {}): Promise<readonly Check[]> {
  return checkWeCom({ settings: { ...settings, ...patch }, memory })
}

/** What is said in English, each after its level. */
const told = (checks: readonly Check[]) => checks.map(({ level, said }) => `${level} ${said.en}`).join('\n')
const todo = (checks: readonly Check[]) => checks.map(it => it.todo?.en ?? '').join('\n')

describe('the check of WeCom', () => {
  it('finds every lane that is on, and says what none of them can do', async () => {
    const checks = await check(await openLanes(), { bot })
    const said = told(checks)
    for (const lane of ['the AI bot is on', 'the group webhook is on (groups: 1)', 'the self-built app is on'])
      expect(said).toContain(`ok WeCom: ${lane}`)
    expect(said).toContain('the callback of the self-built app is set')
    expect(todo(checks)).toContain('https://<your address>/wecom/callback')
    expect(said).toContain('what no lane can do')
    expect(said).not.toContain('fault')
  })

  it('says of each lane that is off what is impossible without it', async () => {
    const lanes = await openLanes()
    const webhookAlone = await check(lanes, { app: null })
    expect(told(webhookAlone)).toContain('ok WeCom: the AI bot is off, so nothing said in groups is heard')
    expect(told(webhookAlone)).toContain('ok WeCom: the self-built app is off, so only people who spoke to the bot')
    expect(told(webhookAlone)).toContain('warning WeCom: nobody is heard by any lane')
    const botAlone = await check(lanes, { bot, app: null, webhooks: [] })
    expect(told(botAlone)).toContain('ok WeCom: the group webhook is off, so the bot may not speak first')
    expect(told(botAlone)).not.toContain('nobody is heard')
  })

  it('says when the app only speaks', async () => {
    const lanes = await openLanes()
    const { app } = lanes.settings
    const checks = await check(lanes, { app: app && { ...app, callback: null } })
    expect(told(checks)).toContain('ok WeCom: the callback of the self-built app is not set')
    expect(told(checks)).toContain('warning WeCom: nobody is heard by any lane')
  })

  it('tells which address of ours has to be trusted', async () => {
    const lanes = await openLanes()
    lanes.wecom.trustsAddress(false)
    const checks = await check(lanes)
    expect(told(checks)).toContain('fault WeCom: the self-built app refuses our IP address (127.0.0.1)')
    expect(todo(checks)).toContain('企业可信IP')
  })

  it.each([
    [40001, 'check WECOM_APP_SECRET'],
    [40013, 'check WECOM_CORP_ID'],
    [60020, '企业可信IP'],
    [45009, 'try again in a while'],
    [12345, 'what the code means'],
  ])('tells what to do after the refusal %i', async (errcode, words) => {
    const lanes = await openLanes()
    lanes.wecom.failNext('/cgi-bin/gettoken', { errcode, errmsg: 'no, more info at https://example.com' })
    const checks = await check(lanes)
    expect(checks.filter(({ level }) => level === 'fault')).toHaveLength(1)
    expect(todo(checks)).toContain(words)
  })

  it('says when names stay unknown, and that all else works', async () => {
    const lanes = await openLanes()
    lanes.wecom.failNext('/cgi-bin/department/simplelist', { errcode: 60011 })
    const said = told(await check(lanes))
    expect(said).toContain('ok WeCom: the self-built app is on')
    expect(said).toContain('warning WeCom: the self-built app may not see the address book')
  })

  it.each([{ status: 502 }, { drop: true }] as const)('says when nobody answers (%j)', async failure => {
    const lanes = await openLanes()
    lanes.wecom.failNext('/cgi-bin/gettoken', failure)
    expect(told(await check(lanes))).toMatch(/fault WeCom: it does not answer \([\w ]+\)/)
  })

  it('tells which groups a key without one may be of, when there are several', async () => {
    const lanes = await openLanes()
    await lanes.webhook.reaches('wrSALES')
    expect(told(await check(lanes))).not.toContain('WECOM_WEBHOOK_KEY')
    await lanes.webhook.reaches('wrOTHER')
    const checks = await check(lanes)
    expect(told(checks)).toContain('warning WeCom: WECOM_WEBHOOK_KEY does not say of which group it is')
    expect(todo(checks)).toContain('one of: wrSALES, wrOTHER')
    const named = [{ group: 'wrSALES', key: 'a-key-of-it' }]
    expect(told(await check(lanes, { webhooks: named }))).not.toContain('WECOM_WEBHOOK_KEY')
  })

  it('goes on without a database, and never tells a secret', async () => {
    const lanes = await openLanes()
    lanes.facts.fails = true
    lanes.wecom.failNext('/cgi-bin/gettoken', { errcode: 40001, errmsg: `invalid ${lanes.settings.app?.secret}` })
    const all = JSON.stringify(await check(lanes, { bot }))
    for (const secret of [lanes.key, lanes.settings.app?.secret, lanes.settings.app?.callback?.token, bot.secret])
      expect(all).not.toContain(secret)
  })
})
