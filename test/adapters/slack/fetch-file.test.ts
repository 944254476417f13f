import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FileAt } from '../../../adapters/slack/decode/files.ts'
import { createFetchFile, mayKnowToken } from '../../../adapters/slack/fetch-file.ts'
import { everyScope, type SlackOptions } from '../../simulators/slack/settings.ts'
import { openWorkspace } from './workspace.ts'

const bytes = new TextEncoder().encode('%PDF-1.7 prices')
const slackApi = 'https://slack.com/api/'

/** A file that somebody shared, and the way to get it. */
async function given(options: SlackOptions = {}, content = bytes) {
  const { slack, timesCalled } = await openWorkspace(options)
  await slack.addUser({ id: 'U1', name: 'Li' })
  await slack.handsBot('U1', [{ name: 'prices 2027.pdf', content }])
  const id = slack.directMessages('U1')[0]?.files[0]?.id ?? ''
  const url = new URL(`/files-pri/${slack.teamId}-${id}/download/prices%202027.pdf`, slack.apiUrl).href
  const at: FileAt = { url, size: content.length, isPage: false }
  const fetchFile = createFetchFile({ token: slack.botToken, apiUrl: slack.apiUrl })
  return { slack, at, fetchFile, timesCalled }
}

/** A server of somebody else, and the tokens that it was shown. */
async function stranger(answer: { readonly status?: number; readonly headers?: Record<string, string> } = {}) {
  const shown: (string | undefined)[] = []
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization)
    response.writeHead(answer.status ?? 200, answer.headers ?? {}).end('mine now')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}/files-pri/T1-F1/prices.pdf`, origin: `http://127.0.0.1:${port}`, shown }
}

describe('a file', () => {
  it('is fetched with our token, byte by byte', async () => {
    const { at, fetchFile } = await given()
    expect(Buffer.from((await fetchFile(at)) as Uint8Array)).toEqual(Buffer.from(bytes))
  })

  it('is fetched though it is empty', async () => {
    const { at, fetchFile } = await given({}, new Uint8Array())
    expect(await fetchFile(at)).toHaveLength(0)
  })

  it.each([{ status: 404 }, { status: 403 }, { status: 503 }, { drop: true }] as const)(
    'is not given when Slack answers %j',
    async failure => {
      const { slack, at, fetchFile } = await given()
      slack.failNext('download', failure)
      expect(await fetchFile(at)).toBe('not-given')
    },
  )

  it('that is larger than Slack had said is read no further', async () => {
    const { at, fetchFile } = await given({}, new Uint8Array(20 * 1024 * 1024 + 1))
    expect(await fetchFile({ ...at, size: undefined })).toBe('too-large')
  })
})

describe('without the scope', () => {
  const scopes = everyScope.filter(scope => scope !== 'files:read')

  it('a page comes instead, which is no file, and the operator reads what is missing', async () => {
    const { at, fetchFile } = await given({ scopes })
    await expect(fetchFile(at)).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('files:read'),
    })
  })

  it('nor is that page taken for a page that somebody shared', async () => {
    const { at, fetchFile } = await given({ scopes })
    await expect(fetchFile({ ...at, isPage: true })).rejects.toMatchObject({ kind: 'unauthorized' })
  })

  it('and with it a shared page is a file like any other', async () => {
    const { slack, fetchFile } = await given()
    const content = new TextEncoder().encode('<h1>Prices</h1>')
    await slack.handsBot('U1', [{ name: 'prices.html', content, seenAs: { mimetype: 'text/html' } }])
    const id = slack.directMessages('U1')[1]?.files[0]?.id
    const url = new URL(`/files-pri/${slack.teamId}-${id}/prices.html`, slack.apiUrl).href
    expect(await fetchFile({ url, size: content.length, isPage: true })).toHaveLength(content.length)
  })
})

describe('our token', () => {
  it.each([
    'https://files.slack.com/files-pri/T1-F1/download/prices.pdf',
    'https://acme.enterprise.slack.com/files-pri/T1-F1/prices.pdf',
    'https://slack-edge.com/T1-F1/prices.pdf',
    'https://a.slack-edge.com/T1-F1/prices.pdf',
    'https://slack.com/files/T1-F1',
  ])('is shown to %s', url => {
    expect(mayKnowToken(url, slackApi)).toBe(true)
  })

  it.each([
    'http://files.slack.com/files-pri/T1-F1/prices.pdf',
    'https://files.slack.com:8443/files-pri/T1-F1/prices.pdf',
    'https://files.slack.com.example.com/prices.pdf',
    'https://evilslack.com/prices.pdf',
    'https://evilslack-edge.com/prices.pdf',
    'https://example.com/files.slack.com/prices.pdf',
    'https://files.slack.com@example.com/prices.pdf',
    'https://drive.google.com/file/d/1',
    'http://127.0.0.1/files-pri/T1-F1/prices.pdf',
    'https://[::1]/prices.pdf',
    'ftp://files.slack.com/prices.pdf',
    'file:///etc/passwd',
    'data:text/plain,hello',
  ])('is never shown to %s', url => {
    expect(mayKnowToken(url, slackApi)).toBe(false)
  })

  it('does not leave for an address that somebody else put into a message', async () => {
    const { slack, at, fetchFile, timesCalled } = await given()
    const other = await stranger()
    expect(await fetchFile({ ...at, url: other.url })).toBe('not-given')
    expect(other.shown).toEqual([])
    expect(timesCalled('download')).toBe(0)
    expect(slack.takeUnexpected()).toEqual([])
  })

  it('does not follow where an answer points to', async () => {
    const other = await stranger()
    const gateway = await stranger({ status: 302, headers: { location: other.url } })
    const fetchFile = createFetchFile({ token: 'xoxb-secret', apiUrl: `${gateway.origin}/api/` })
    expect(await fetchFile({ url: gateway.url, size: 1, isPage: false })).toBe('not-given')
    expect(gateway.shown).toEqual(['Bearer xoxb-secret'])
    expect(other.shown).toEqual([])
  })
})
