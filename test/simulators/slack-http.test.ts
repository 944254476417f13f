import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SlackSimulator } from './slack/index.ts'
import { openSales, rep, sales } from './slack-bot.ts'

/** A web server that answers every post alike. */
async function answers(status: number, headers: Record<string, string> = {}) {
  const heard: IncomingMessage[] = []
  const server = createServer((request, response) => {
    heard.push(request)
    request.resume().on('end', () => response.writeHead(status, headers).end())
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` }
}

async function startHttpBot(slack: SlackSimulator): Promise<{ app: App; url: string }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const app = new App({ token: slack.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => void (await app.stop()))
  return { app, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` }
}

describe('HTTP mode', () => {
  it('delivers signed events, commands and clicks to a real Bolt receiver', async () => {
    const slack = await openSales()
    const { app, url } = await startHttpBot(slack)
    const heard: unknown[] = []
    app.message(async ({ message }) => void heard.push('text' in message && message.text))
    app.command('/my', ({ ack }) => ack({ response_type: 'ephemeral', text: 'your numbers' }))
    slack.useHttp(url)
    expect(await slack.says(rep, sales, 'hello & bye')).toMatchObject({ deliveries: [{ acked: true }] })
    expect(await slack.slash(rep, sales, '/my')).toMatchObject({ payload: { text: 'your numbers' } })
    await expect.poll(() => heard).toEqual(['hello &amp; bye'])
  })

  it('posts an event again with a number and a reason, three times in all', async () => {
    const slack = await openSales({ httpRetriesAfterMs: [0, 5, 5] })
    const { heard, url } = await answers(500)
    slack.useHttp(url)
    expect(await slack.says(rep, sales, 'x')).toMatchObject({
      deliveries: [{ acked: false, reason: 'gave_up', attempts: 4 }],
    })
    const retries = heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])
    const again = ['1', '2', '3'].map(n => [n, 'http_error'])
    expect(retries).toEqual([[undefined, undefined], ...again])
  })

  it('does not insist when told not to', async () => {
    const slack = await openSales({ httpRetriesAfterMs: [0, 5, 5] })
    const { heard, url } = await answers(500, { 'x-slack-no-retry': '1' })
    slack.useHttp(url)
    await slack.says(rep, sales, 'x')
    expect(heard.length).toBe(1)
  })

  it('makes requests that a receiver must refuse: forged, stale, and from the future', async () => {
    const slack = await openSales()
    const { url } = await startHttpBot(slack)
    const body = slack.eventBody({ type: 'message', channel: sales, user: rep, text: 'x', ts: '1.000001' })
    const status = async (sign: object) => (await fetch(slack.signedRequest('event', body, { url, ...sign }))).status
    const now = Math.floor(Date.now() / 1000)
    expect(await status({})).toBe(200)
    expect(await status({ secret: 'another secret' })).toBe(401)
    expect(await status({ at: now - 400 })).toBe(401)
    const early = slack.signedRequest('event', body, { at: now + 3_600 })
    expect(early.headers.get('x-slack-request-timestamp')).toBe(String(now + 3_600))
  })
})
