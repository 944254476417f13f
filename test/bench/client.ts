import { Agent, request } from 'node:http'

/** A client that keeps its connections, at most `width` of them. Rejects on any answer but 202. */
export function createClient(port: number, width: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  return {
    post(path: string, body: object): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const options = { agent, port, path, host: '127.0.0.1', method: 'POST' }
      const sent = request({ ...options, headers: { 'content-type': 'application/json' } }, response => {
        response.resume()
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 202) resolve()
          else reject(new Error(`${path} answered ${response.statusCode}`))
        })
      })
      sent.on('error', reject)
      sent.end(JSON.stringify(body))
      return promise
    },
    close: () => agent.destroy(),
  }
}
