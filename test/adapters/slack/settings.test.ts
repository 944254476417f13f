import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/slack/settings.ts'

const tokens = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' }

describe('the settings of Slack', () => {
  it('are absent where no token and no secret is given', () => {
    expect(readSettings({ SLACK_MODE: 'socket', PORT: '3000' })).toEqual({ kind: 'absent' })
  })

  it('need two tokens for a connection of our own', () => {
    expect(readSettings(tokens)).toEqual({
      kind: 'read',
      settings: {
        botToken: 'xoxb-1-secret',
        door: { mode: 'socket', appToken: 'xapp-1-secret' },
        prefix: null,
        apiUrl: 'https://slack.com/api/',
      },
    })
  })

  it('need the signing secret where Slack comes to us', () => {
    const read = readSettings({
      SLACK_BOT_TOKEN: 'xoxb-1-secret',
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: '8f742231b10e',
      SLACK_COMMAND_PREFIX: 'bw',
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    })
    expect(read).toMatchObject({
      settings: { door: { mode: 'http', secret: '8f742231b10e' }, prefix: 'bw', apiUrl: 'http://127.0.0.1:4000/api/' },
    })
  })

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-1-secret' }, /SLACK_BOT_TOKEN is missing/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1-secret' }, /SLACK_BOT_TOKEN must begin with xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1-secret' }, /SLACK_APP_TOKEN is needed/],
    [{ ...tokens, SLACK_APP_TOKEN: 'xoxb-1-secret' }, /SLACK_APP_TOKEN must begin with xapp-/],
    [{ ...tokens, SLACK_MODE: 'http' }, /SLACK_SIGNING_SECRET is needed/],
    [{ ...tokens, SLACK_MODE: 'pigeon' }, /SLACK_MODE must be socket or http/],
    [{ ...tokens, SLACK_COMMAND_PREFIX: '/BW ' }, /SLACK_COMMAND_PREFIX must be/],
    [{ ...tokens, SLACK_API_URL: 'slack' }, /SLACK_API_URL must be an address/],
  ])('tell what is wrong with %o by name and never by value', (env, fault) => {
    const read = readSettings(env)
    expect(read.kind === 'faulty' && read.faults.join()).toMatch(fault)
    expect(JSON.stringify(read)).not.toContain('secret"')
    expect(JSON.stringify(read)).not.toMatch(/1-secret/)
  })
})
