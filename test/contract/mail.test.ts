import { createMailAdapter } from '../../adapters/mail/index.ts'
import type { MailPayload } from '../../adapters/mail/render/render.ts'
import { openMailServer, type SeenMail } from '../simulators/mail/index.ts'
import { quiet } from '../store/fixture.ts'
import { adapterContract, type Reading } from './adapter-contract.ts'
import { deaf } from './deaf-house.ts'
import { drawnPictures, keptFiles } from './samples.ts'

const LI = 'li@bell.example'
const WANG = 'wang@bell.example'

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a mail program shows of the page. */
function read({ html }: MailPayload): Reading {
  const shown = html
    .replaceAll(/<br>/g, '\n')
    .replaceAll(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(\w+|#39);/g, (_, name: string) => signs[name] ?? '?')
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url)
  return { text: shown, mentions: [], links }
}

adapterContract<MailPayload>({
  name: 'Mail',
  places: ['direct'],
  async make() {
    const server = await openMailServer()
    const adapter = createMailAdapter(server.settings, { files: keptFiles, pictures: drawnPictures, log: quiet })
    const stop = new AbortController()
    const listening = adapter.listen?.(deaf, stop.signal)
    const all: SeenMail[] = []
    /** All that ever came to an address: nothing of it is unexpected here. */
    async function mailsTo(accountId: string): Promise<readonly SeenMail[]> {
      for (const { to } of server.unread()) all.push(await server.next(to))
      return all.filter(({ to }) => to === accountId)
    }
    return {
      adapter,
      group: 'none',
      ...{ li: LI, wang: WANG, read },
      seenBy: async accountId => (await mailsTo(accountId)).map(({ text }) => text),
      picturesSeenBy: async accountId =>
        (await mailsTo(accountId)).flatMap(({ inline }) => [...inline.values()].map(({ bytes }) => bytes)),
      filesSeenBy: async accountId => (await mailsTo(accountId)).flatMap(({ attached }) => attached),
      async [Symbol.asyncDispose]() {
        for (const address of [LI, WANG]) await mailsTo(address)
        stop.abort()
        await listening
        await server[Symbol.asyncDispose]()
      },
    }
  },
})
