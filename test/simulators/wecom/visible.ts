import type { Json } from '../shared/json.ts'
import type { Visible } from '../shared/visible.ts'
import { linksOn, wordsOn } from './cards/reading.ts'
import type { Via } from './corp.ts'

interface Shown {
  readonly text?: string
  /** A msgtype; markdown unless told. */
  readonly kind?: string
  /** Each way in has its own markdown. */
  readonly via?: Via
  readonly card?: Json | null
  readonly mentions?: readonly string[]
  readonly links?: readonly string[]
  /** As if `<@userid>` rang people in the bot's markdown, which is not documented. */
  readonly botMentions?: boolean
}

/** What acts in a text. */
interface Dialect {
  readonly marks: 'none' | 'few' | 'all'
  readonly mentions: boolean
  /** `<a href="…">` in a text of the app. */
  readonly anchors: boolean
}

const plain: Dialect = { marks: 'none', mentions: false, anchors: false }

// There is no escape. A zero-width space keeps marks apart that act only together; between a mark and its words it is
// no better than a letter.
const mention = /<@([^<>\s\u200b]+)>/g
const anchor = /<a\s+href="([^"]*)"[^>]*>(.*?)<\/a>/gs
const picture = /!\[([^\]]*)\]\([^)]*\)/g
const link = /\[([^\]]+)\]\(([^)\s]+)\)/g
const bareAddress = /https?:\/\/[^\s<>()\u200b]+/g
const thought = /<think>.*?(?:<\/think>|$)/gs
const tag = /<\/?[a-zA-Z][^<>]*>/g
const lineMarks = /^(?:#{1,6} +|> *)+/gm
const ruler = /^ *(?:-{3,}|\*{3,}|_{3,}) *$/gm
const fence = /^```[^\n]*$/gm
const tableRule = /^\|[ :|-]*-[ :|-]*\| *(?:\n|$)/gm
const tableRow = /^\|(.*)\|[ ]*$/gm
const strong = /(\*\*|~~|[*`])(?=[^\s*])([^\n]*?\S)\1/g
const slanted = /(?<!\w)(__?)(?=[^\s_])([^\n]*?\S)\1(?!\w)/g
const invisible = /\u200b/g

/** The words of a message as they are read: marks and addresses that act are not among them. */
export function visibleText(shown: Shown): Visible {
  const { text = '', card = null, mentions = [], links = [] } = shown
  const dialect = dialectOf(shown)
  const rung = dialect.mentions ? [...text.matchAll(mention)].map(([, id = '']) => id) : []
  const named = dialect.mentions ? text.replaceAll(mention, '@$1') : text
  const addresses: string[] = []
  const read = words(named, dialect, addresses)
  addresses.push(...[...read.matchAll(bareAddress)].map(([address]) => address))
  const lines = card === null ? [read] : [read, ...wordsOn(card)]
  return {
    text: lines
      .filter(line => line !== '')
      .join('\n')
      .replace(invisible, ''),
    mentions: [...new Set([...rung, ...mentions])],
    links: [...addresses, ...links, ...(card === null ? [] : linksOn(card))],
  }
}

function dialectOf({ kind = 'markdown', via = 'bot', botMentions = false }: Shown): Dialect {
  switch (kind) {
    case 'markdown':
    case 'stream':
      return via === 'bot'
        ? { marks: 'all', mentions: botMentions, anchors: false }
        : { marks: 'few', mentions: true, anchors: false }
    case 'markdown_v2':
      return { marks: 'all', mentions: false, anchors: false }
    case 'text':
      // A webhook's plain text rings people too; the app's knows addresses behind words.
      return { marks: 'none', mentions: via === 'webhook', anchors: via === 'app' }
    default:
      return plain
  }
}

function words(text: string, { marks, anchors }: Dialect, addresses: string[]): string {
  const behind = (_: string, first: string, second: string) => {
    addresses.push(anchors ? first : second)
    return anchors ? second : first
  }
  if (marks === 'none') return anchors ? text.replace(anchor, behind) : text
  const whole = marks === 'all' ? blocks(text) : text
  const spoken = whole.replace(link, behind).replace(tag, '').replace(lineMarks, '')
  // Twice: one mark may stand within another.
  const once = spoken.replace(strong, '$2').replace(slanted, '$2')
  return once.replace(strong, '$2').replace(slanted, '$2')
}

/** What only standard markdown has: pictures, tables, fences, rulers, and thoughts that are folded away. */
function blocks(text: string): string {
  return text
    .replace(thought, '')
    .replace(picture, '$1')
    .replace(fence, '')
    .replace(tableRule, '')
    .replace(tableRow, (_, cells: string) =>
      cells
        .split('|')
        .map(cell => cell.trim())
        .join(' | '),
    )
    .replace(ruler, '')
}
