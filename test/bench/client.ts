import { Agent, request } from 'node:http'

interface PostOptions {
  readonly headers?: Record<string, string>
  readonly expected?: number
}

/** A client that keeps its connections, at most `width` of them. Rejects on any answer but the expected one, 202. */
export function createClient(port: number, width: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  return {
    post(path: string, body: object | string, { headers = {}, expected = 202 }: PostOptions = {}): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const options = { agent, port, path, host: '127.0.0.1', method: 'POST' }
      const sent = request({ ...options, headers: { 'content-type': 'application/json', ...headers } }, response => {
        response.resume()
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === expected) resolve()
          else reject(new Error(`${path} answered ${response.statusCode}`))
        })
      })
      sent.on('error', reject)
      sent.end(typeof body === 'string' ? body : JSON.stringify(body))
      return promise
    },
    close: () => agent.destroy(),
  }
}
