import { createMailAdapter } from '../../../adapters/mail/index.ts'
import type { MailPayload } from '../../../adapters/mail/render/render.ts'
import type { MailSettings } from '../../../adapters/mail/settings.ts'
import { newId } from '../../../src/base/ids.ts'
import type { Content } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import type { Adapter, Outgoing } from '../../../src/platform/adapter.ts'
import { deaf } from '../../contract/deaf-house.ts'
import { drawnPictures, keptFiles } from '../../contract/samples.ts'
import { quiet } from '../../store/fixture.ts'

export const LI = 'li.lei@bell.example'

export interface Mailing extends AsyncDisposable {
  readonly adapter: Adapter<MailPayload>
  /** Sends a content as the outbox would. */
  mail(content: Content, how?: Partial<Outgoing<MailPayload>>): Promise<Readonly<Record<string, string>>>
}

/** The adapter with its connections, which end with it. */
export function openMailing(
  settings: MailSettings,
  parts: Partial<Parameters<typeof createMailAdapter>[1]> = {},
): Mailing {
  const adapter = createMailAdapter(settings, { pictures: drawnPictures, files: keptFiles, log: quiet, ...parts })
  return {
    adapter,
    mail(content, how = {}) {
      const [part] = fitTo(content, adapter.surfaces.direct.canvas)
      if (part === undefined) throw new Error('there is nothing in it to say')
      const payload = adapter.render(part, 'direct', () => null)
      const address = { kind: 'direct', accountId: LI } as const
      return adapter.send({ address, payload, key: `${newId()}:0`, lane: 'reply', ...how })
    },
    async [Symbol.asyncDispose]() {
      await adapter.listen?.(deaf, AbortSignal.abort())
    },
  }
}
