/**
 * The least that a server can do, for comparison, each on a free port: a bare node:http echo, a bare Hono route, and two
 * bare Bolt apps: one answers each message, through the Slack side on the port that is the first argument, one only hears.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, LogLevel } from '@slack/bolt'
import { Hono } from 'hono'
import { listen } from '../../../src/web/server.ts'
import { signingSecret } from '../slack-side.ts'

const echo = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    response.writeHead(202, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
})
await new Promise<void>(resolve => echo.listen(0, '127.0.0.1', resolve))

const app = new Hono()
app.post('/', async c => c.json(await c.req.json(), 202))
const hono = await listen(app, { host: '127.0.0.1', port: 0 })

const slackApiUrl = `http://127.0.0.1:${process.argv[2]}/api/`
const newBolt = () =>
  new App({ token: 'xoxb-bench', signingSecret, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } })
const bolt = newBolt()
bolt.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text)
})
const boltServer = await bolt.start({ port: 0, host: '127.0.0.1' })
const ears = newBolt()
ears.message(async () => {})
const earsServer = await ears.start({ port: 0, host: '127.0.0.1' })

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
process.send?.({ http: portOf(echo), hono: hono.port, bolt: portOf(boltServer), ears: portOf(earsServer) })
process.once('disconnect', () => process.exit())
