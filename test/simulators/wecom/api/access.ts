import { z } from 'zod'
import { refused } from '../answers.ts'
import { type Method, method } from './method.ts'

const gettoken = method({
  takes: z.strictObject({ corpid: z.string(), corpsecret: z.string() }),
  token: 'none',
  run({ corpid, corpsecret }, { settings, tokens }) {
    if (corpid !== settings.corpId) return refused(40013)
    if (corpsecret !== settings.appSecret) return refused(40001)
    const { token, leftMs } = tokens.issue()
    return { answer: { access_token: token, expires_in: Math.floor(leftMs / 1_000) } }
  },
})

export const accessMethods: Readonly<Record<string, Method>> = { 'GET /cgi-bin/gettoken': gettoken }
