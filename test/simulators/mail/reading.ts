import PostalMime, { type Email } from 'postal-mime'

export interface SeenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A mail as whoever opens it sees it. */
export interface SeenMail {
  readonly to: string
  readonly from: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly headers: ReadonlyMap<string, string>
  /** Shown within the text, by the id under which the text refers to them. */
  readonly inline: ReadonlyMap<string, SeenFile>
  readonly attached: readonly SeenFile[]
}

interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

/** Reads a mail as it came, or says what is wrong with it. */
export async function readMail(
  raw: Buffer,
  envelope: Envelope,
): Promise<SeenMail | { readonly faults: readonly string[] }> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' })
  const faults = [...faultsOfLines(raw.toString('latin1')), ...faultsOfHeaders(mail, envelope)]
  if (faults.length > 0) return { faults }
  const files = mail.attachments.map(({ filename, mimeType, disposition, contentId, content }) => ({
    cid: disposition === 'inline' ? (contentId ?? '').replace(/^<|>$/g, '') : null,
    file: { name: filename ?? '', type: mimeType, bytes: bytesOf(content) },
  }))
  return {
    to: envelope.to[0] ?? '',
    from: { name: mail.from?.name ?? '', address: mail.from?.address ?? '' },
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
    inline: new Map(files.flatMap(({ cid, file }) => (cid === null ? [] : [[cid, file] as const]))),
    attached: files.flatMap(({ cid, file }) => (cid === null ? [file] : [])),
  }
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** RFC 5321 and 5322: what a strict server refuses. */
function faultsOfLines(raw: string): string[] {
  const lines = raw.split('\r\n')
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
  return [
    lines.some(line => line.length > 998) ? 'a line is longer than 998' : '',
    lines.some(line => /[\r\n]/.test(line)) ? 'a line does not end in CR LF' : '',
    /[^\t\r\n -~]/.test(head) ? 'a header is not ASCII' : '',
  ].filter(fault => fault !== '')
}

const single = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version']

function faultsOfHeaders({ headers, from, to, messageId, subject }: Email, envelope: Envelope): string[] {
  const count = (name: string) => headers.filter(({ key }) => key === name).length
  const recipients = to?.map(({ address }) => address) ?? []
  return [
    ...single.filter(name => count(name) !== 1).map(name => `${name} is there ${count(name)} times`),
    ...['cc', 'bcc', 'reply-to'].filter(name => count(name) > 0).map(name => `nobody wanted ${name}`),
    count('auto-submitted') === 1 ? '' : 'it does not say that a machine sent it',
    from?.address === envelope.from ? '' : 'it is from somebody else than it says',
    recipients.length === 1 && recipients[0] === envelope.to[0] && envelope.to.length === 1
      ? ''
      : 'it is to others than it says',
    /^<[\w.-]+@[\w.-]+>$/.test(messageId ?? '') ? '' : 'its id is none',
    /\S/.test(subject ?? '') ? '' : 'it has no subject',
  ].filter(fault => fault !== '')
}
