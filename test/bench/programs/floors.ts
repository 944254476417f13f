/** The least that a server can do, for comparison: a bare node:http echo and a bare Hono route, each on a free port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { listen } from '../../../src/web/server.ts'

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

const { port } = echo.address() as AddressInfo
process.send?.({ http: port, hono: hono.port })
process.once('disconnect', () => process.exit())
