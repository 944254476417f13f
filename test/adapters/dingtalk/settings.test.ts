import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/dingtalk/settings.ts'

const app = { DINGTALK_CLIENT_ID: 'ding123', DINGTALK_CLIENT_SECRET: 'very-secret' }

describe('the settings of DingTalk', () => {
  it('are absent where neither id nor secret is given', () => {
    expect(readSettings({ DINGTALK_ROBOT_CODE: 'ding123', PORT: '3000' })).toEqual({ kind: 'absent' })
  })

  it('need an id and a secret, and the robot is the app', () => {
    expect(readSettings(app)).toEqual({
      kind: 'read',
      settings: {
        clientId: 'ding123',
        clientSecret: 'very-secret',
        robotCode: 'ding123',
        cardTemplateId: null,
        reportTemplate: null,
        monthlyCalls: 5_000,
        apiUrl: 'https://api.dingtalk.com',
        oapiUrl: 'https://oapi.dingtalk.com',
      },
    })
  })

  it('may name the robot, a template for cards, and other hosts', () => {
    const read = readSettings({
      ...app,
      DINGTALK_ROBOT_CODE: 'dingrobot',
      DINGTALK_CARD_TEMPLATE_ID: 'a-b-c.schema',
      DINGTALK_API_URL: 'https://api.dingtalk.io/',
      DINGTALK_OAPI_URL: 'http://127.0.0.1:4000/oapi//',
    })
    expect(read).toMatchObject({
      settings: {
        robotCode: 'dingrobot',
        cardTemplateId: 'a-b-c.schema',
        apiUrl: 'https://api.dingtalk.io',
        oapiUrl: 'http://127.0.0.1:4000/oapi',
      },
    })
  })

  it.each([
    [{ DINGTALK_CLIENT_SECRET: 'very-secret' }, /DINGTALK_CLIENT_ID is missing/],
    [{ DINGTALK_CLIENT_ID: 'ding123' }, /DINGTALK_CLIENT_SECRET is missing/],
    [{ ...app, DINGTALK_CLIENT_SECRET: 'very' }, /DINGTALK_CLIENT_SECRET is too short/],
    [{ ...app, DINGTALK_ROBOT_CODE: '' }, /DINGTALK_ROBOT_CODE is empty/],
    [{ ...app, DINGTALK_CARD_TEMPLATE_ID: 'very-secret' }, /DINGTALK_CARD_TEMPLATE_ID must end in \.schema/],
    [{ ...app, DINGTALK_API_URL: 'very-secret' }, /DINGTALK_API_URL must be an address/],
    [{ ...app, DINGTALK_MONTHLY_CALLS: 'very many' }, /DINGTALK_MONTHLY_CALLS must be a number/],
    [{ ...app, DINGTALK_MONTHLY_CALLS: '1.5' }, /DINGTALK_MONTHLY_CALLS must be whole/],
    [{ ...app, DINGTALK_MONTHLY_CALLS: '0' }, /DINGTALK_MONTHLY_CALLS must be at least 1/],
    [{ ...app, DINGTALK_OAPI_URL: 'ftp://very-secret' }, /DINGTALK_OAPI_URL must be an address/],
  ])('tell what is wrong with %o by name and never by value', (env, fault) => {
    const read = readSettings(env)
    expect(read.kind === 'faulty' && read.faults.join()).toMatch(fault)
    expect(JSON.stringify(read)).not.toContain('very')
  })
})
