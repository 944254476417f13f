import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/wecom/settings.ts'

const bot = { WECOM_BOT_ID: 'aib1', WECOM_BOT_SECRET: 'very-secret-bot' }
const app = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'very-secret-app' }
const aesKey = 'veryveryveryveryveryveryveryveryveryveryver'
const callback = { WECOM_CALLBACK_TOKEN: 'veryToken', WECOM_CALLBACK_AES_KEY: aesKey }
const key = '693a91f6-7aaa-4bc4-97a0-0ec2very5aaa'

function read(env: Record<string, string>) {
  const answer = readSettings(env)
  if (answer.kind !== 'read') throw new Error(JSON.stringify(answer))
  return answer.settings
}

describe('the settings of WeCom', () => {
  it('are absent where no lane is asked for', () => {
    expect(readSettings({ WECOM_BOT_NAME: '小铃', WECOM_API_URL: 'http://x', PORT: '3000' })).toEqual({
      kind: 'absent',
    })
  })

  it('may ask for the bot alone', () => {
    expect(read(bot)).toEqual({
      bot: { botId: 'aib1', secret: 'very-secret-bot', name: null, wsUrl: 'wss://openws.work.weixin.qq.com' },
      webhooks: [],
      app: null,
      apiUrl: 'https://qyapi.weixin.qq.com',
    })
  })

  it('may ask for the app alone, which then only speaks', () => {
    const expected = { corpId: 'ww1', agentId: 1_000_002, secret: 'very-secret-app', callback: null }
    expect(read(app)).toMatchObject({ bot: null, app: expected })
  })

  it('may ask for every lane, at other addresses', () => {
    const env = { ...bot, ...app, ...callback, WECOM_BOT_NAME: ' @小铃 Bell', WECOM_WEBHOOK_KEY: key }
    expect(read({ ...env, WECOM_WS_URL: 'ws://127.0.0.1:4000', WECOM_API_URL: 'http://127.0.0.1:4000//' })).toEqual({
      bot: { botId: 'aib1', secret: 'very-secret-bot', name: '小铃 Bell', wsUrl: 'ws://127.0.0.1:4000' },
      webhooks: [{ group: null, key }],
      app: {
        corpId: 'ww1',
        agentId: 1_000_002,
        secret: 'very-secret-app',
        callback: { token: 'veryToken', aesKey },
      },
      apiUrl: 'http://127.0.0.1:4000',
    })
  })

  it('name the group of each of several webhooks, whose letters are kept as they are', () => {
    const { webhooks } = read({ WECOM_WEBHOOK_KEY: `wrAbC=${key}， wrabc== = ${key}2,\n销售群=${key}3,` })
    expect(webhooks).toEqual([
      { group: 'wrAbC', key },
      { group: 'wrabc==', key: `${key}2` },
      { group: '销售群', key: `${key}3` },
    ])
  })

  it.each([
    [{ WECOM_BOT_ID: 'aib1' }, [/^WECOM_BOT_SECRET is needed with WECOM_BOT_ID$/]],
    [{ WECOM_BOT_SECRET: 'very-secret' }, [/^WECOM_BOT_ID is needed with WECOM_BOT_SECRET$/]],
    [{ ...app, WECOM_BOT_ID: 'aib1' }, [/^WECOM_BOT_SECRET is needed/]],
    [{ WECOM_APP_SECRET: 'very-secret' }, [/^WECOM_CORP_ID is needed/, /^WECOM_AGENT_ID is needed/]],
    [{ ...bot, ...callback }, [/^WECOM_CORP_ID is needed with WECOM_CALLBACK_TOKEN$/]],
    [{ ...app, WECOM_CALLBACK_TOKEN: 'veryToken' }, [/^WECOM_CALLBACK_AES_KEY is needed/]],
    [{ ...app, WECOM_AGENT_ID: 'very' }, [/^WECOM_AGENT_ID must be a number/]],
    [{ ...app, ...callback, WECOM_CALLBACK_AES_KEY: 'very' }, [/^WECOM_CALLBACK_AES_KEY must be 43/]],
    [{ ...bot, WECOM_BOT_SECRET: 'very' }, [/^WECOM_BOT_SECRET is too short/]],
    [{ ...bot, WECOM_BOT_NAME: ' @ ' }, [/^WECOM_BOT_NAME is empty/]],
    [{ ...bot, WECOM_WS_URL: 'https://very.secret' }, [/^WECOM_WS_URL must be the address of a web socket/]],
    [{ ...bot, WECOM_API_URL: 'very' }, [/^WECOM_API_URL must be an address/]],
    [{ WECOM_WEBHOOK_KEY: ' , ' }, [/^WECOM_WEBHOOK_KEY is empty/]],
    [{ WECOM_WEBHOOK_KEY: `https://very.com/cgi-bin/webhook/send?key=${key}` }, [/^WECOM_WEBHOOK_KEY must hold keys/]],
    [{ WECOM_WEBHOOK_KEY: `${key},wr1=${key}` }, [/^WECOM_WEBHOOK_KEY must name the group of each/]],
    [{ WECOM_WEBHOOK_KEY: `=${key}` }, [/^WECOM_WEBHOOK_KEY must name a group before/]],
    [{ WECOM_WEBHOOK_KEY: `wr1=${key},wr1=${key}` }, [/^WECOM_WEBHOOK_KEY must name each group once/]],
  ])('tell what is wrong with %o by name and never by value', (env, faults) => {
    const answer = readSettings(env)
    if (answer.kind !== 'faulty') throw new Error(JSON.stringify(answer))
    expect(answer.faults).toHaveLength(faults.length)
    for (const [at, fault] of faults.entries()) expect(answer.faults[at]).toMatch(fault)
    expect(JSON.stringify(answer)).not.toContain('very')
  })
})
