import type { Visible } from '../shared/visible.ts'

interface Shown {
  readonly text: string
  /** A msgtype or msgKey; markdown unless it is a plain text. */
  readonly kind?: string
  readonly mentions?: readonly string[]
}

// A mark with a zero-width space after it does not act.
const picture = /!\[([^\]]*)\]\([^)]*\)/g
const link = /\[(?!\u200b)([^\]]+)\]\(([^)\s]+)\)/g
const bareAddress = /(?:https?|dtmd):\/\/[^\s<>()]+/g
const lineMarks = /^(?:#{1,6} +|>(?!\u200b) *)+/gm
const strong = /(\*\*|~~|[*`])(?=[^\s\u200b*])([^\n]*?[^\s\u200b])\1/g
const slanted = /(?<!\w)(__?)(?=[^\s\u200b_])([^\n]*?[^\s\u200b])\1(?!\w)/g
const invisible = /\u200b/g
const plainKinds = new Set(['text', 'sampleText'])

/** The words of a message as they are read: marks and addresses that act are not among them. */
export function visibleText({ text, kind = 'markdown', mentions = [] }: Shown): Visible {
  const links: string[] = []
  const words = plainKinds.has(kind) ? text : withoutMarks(text, links)
  links.push(...[...words.matchAll(bareAddress)].map(([address]) => address))
  return { text: words.replace(invisible, ''), mentions, links }
}

function withoutMarks(text: string, links: string[]): string {
  const words = text.replace(picture, '$1').replace(link, (_, label: string, address: string) => {
    links.push(address)
    return label
  })
  // Twice: one mark may stand within another.
  const once = words.replace(lineMarks, '').replace(strong, '$2').replace(slanted, '$2')
  return once.replace(strong, '$2').replace(slanted, '$2').replace(/ {2}$/gm, '')
}

/** What pressing a link with this label would make somebody say; null when there is no such link. */
export function wordsBehind(text: string, label: string): string | null {
  for (const [, shown, address = ''] of text.matchAll(link)) {
    if (shown?.replace(invisible, '') !== label) continue
    const { protocol, host, pathname, searchParams } = new URL(address)
    if (protocol === 'dtmd:' && `${host}${pathname}` === 'dingtalkclient/sendMessage')
      return searchParams.get('content')
  }
  return null
}
