import { aborted } from '../../src/base/wait.ts'
import type { Adapter } from '../../src/platform/adapter.ts'
import type { AdapterParts } from '../shared/parts.ts'
import { type MailPayload, render } from './render/render.ts'
import { createSend } from './send.ts'
import type { MailSettings } from './settings.ts'
import { checkMail } from './setup/check.ts'
import { surfacesOf } from './surfaces.ts'
import { createMailTransport } from './transport.ts'
import { createWatch } from './watch.ts'

/** A mail server that takes what we send. Nothing is heard by it. */
export function createMailAdapter(
  settings: MailSettings,
  { pictures, files, log }: Pick<AdapterParts, 'pictures' | 'files' | 'log'>,
): Adapter<MailPayload> {
  const watch = createWatch(settings, log)
  const transport = createMailTransport(settings, watch)

  /** A server that fails us is told of at the start, and not only when the first mail waits for it. */
  async function look(signal: AbortSignal): Promise<void> {
    try {
      await transport.verify()
      watch.worked()
    } catch (error) {
      if (!signal.aborted) watch.failed(error)
    }
  }

  return {
    platform: 'mail',
    surfaces: surfacesOf(settings),
    render: content => render(content),
    send: createSend({ transport, from: settings.from, pictures, files }),
    /** There is nothing to hear; its connections end with the house. */
    async listen(_house, signal) {
      if (!signal.aborted) void look(signal)
      await aborted(signal)
      transport.close()
    },
    check: () => checkMail(settings, transport),
  }
}
