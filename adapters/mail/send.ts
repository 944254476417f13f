import type { SendMailOptions } from 'nodemailer'
import { readMailAddress } from '../../src/base/mail-address.ts'
import type { Outgoing, Receipt } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { Files } from '../../src/platform/files.ts'
import type { Pictures } from '../../src/platform/pictures.ts'
import { escapeHtml, pictureTag } from './render/html.ts'
import type { MailPayload } from './render/render.ts'
import type { Mailbox } from './settings.ts'
import type { Transport } from './transport.ts'

export interface SendParts {
  readonly transport: Transport
  readonly from: Mailbox
  readonly pictures: Pictures
  readonly files: Files
}

export function createSend({ transport, from, pictures, files }: SendParts) {
  /** Pictures that are not kept any more are said by their words. */
  async function shown({ html, pictures: all }: MailPayload) {
    const drawn = await Promise.all(all.map(async picture => ({ picture, kept: await pictures(picture.ref) })))
    return {
      html: drawn.reduce(
        (body, { picture, kept }) =>
          kept ? body : body.replaceAll(pictureTag(picture), () => escapeHtml(picture.alt)),
        html,
      ),
      attached: drawn.flatMap(({ picture: { cid }, kept }) =>
        kept ? [{ ...attachment(kept), cid, contentDisposition: 'inline' as const }] : [],
      ),
    }
  }

  async function attachedFiles({ files: all }: MailPayload) {
    const kept = await Promise.all(all.map(({ ref }) => files(ref)))
    return kept.flatMap(file => (file ? [attachment(file)] : []))
  }

  return async ({ address, payload, key, lane, after }: Outgoing<MailPayload>): Promise<Receipt> => {
    const to = address.kind === 'direct' ? readMailAddress(address.accountId) : null
    if (to === null) throw new PlatformError('unreachable', 'there is no mail address to send it to')
    const [{ html, attached }, filed] = await kept(() => Promise.all([shown(payload), attachedFiles(payload)]))
    const first = after?.['messageId']
    const mail: SendMailOptions & { readonly messageId: string } = {
      messageId: messageIdOf(key, from),
      from,
      to: { name: '', address: to },
      envelope: { from: from.address, to: [to] },
      subject: payload.subject,
      text: payload.text,
      html,
      attachments: [...attached, ...filed],
      ...(first !== undefined && { inReplyTo: first, references: [first] }),
      ...(lane === 'urgent' && { priority: 'high' }),
      // Holiday notes and other machines leave it alone.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    }
    return { messageId: await transport.send(mail) }
  }
}

/** What cannot be read now may be later; nothing has left us. */
async function kept<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new PlatformError('unavailable', 'its pictures and files cannot be read', { cause: error })
  }
}

/** The same delivery has the same id each time, by which mailboxes know it again. */
function messageIdOf(key: string, { address }: Mailbox): string {
  return `<${key.replaceAll(/[^\w-]/g, '.')}@${address.split('@')[1]}>`
}

function attachment({ bytes, filename, type }: { bytes: Uint8Array; filename: string; type: string }) {
  return { content: Buffer.from(bytes), filename, contentType: type }
}
