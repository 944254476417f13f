import { readMailAddress } from '../../base/mail-address.ts'

export type MailRequest =
  | { readonly want: 'show' }
  | { readonly want: 'forget' }
  | { readonly want: 'ask'; readonly address: string }
  | { readonly want: 'confirm'; readonly code: string }
  | { readonly want: 'unclear' }

const word = /^(?:e-?mail|mail|邮箱|邮件|电子邮件)(?:地址)?(?:[\s:：]+(.*))?$/is

/** What is wanted about one's mail address by what stands after `/my`; null when it is about something else. */
export function readMailRequest(rest: string): MailRequest | null {
  const read = word.exec(rest.normalize('NFKC').trim())
  if (read === null) return null
  const said = (read[1] ?? '').trim()
  if (said === '') return { want: 'show' }
  if (/^(?:off|none|forget|remove|delete|关闭|删除|取消|不要)$/i.test(said)) return { want: 'forget' }
  const code = said.replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) return { want: 'confirm', code }
  const address = readMailAddress(bare(said))
  return address === null ? { want: 'unclear' } : { want: 'ask', address }
}

/** As some apps paste it: `<a@b.cn>`, `mailto:a@b.cn`, `[a@b.cn](mailto:a@b.cn)`. */
function bare(said: string): string {
  return said
    .replace(/^\[([^\]]*)\]\(mailto:[^)]*\)$/i, '$1')
    .replace(/^<(?:mailto:)?([^|<>]*)(?:\|[^<>]*)?>$/i, '$1')
    .replace(/^mailto:/i, '')
}
