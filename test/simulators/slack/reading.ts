import { isJson, type Json } from '../shared/json.ts'
import { unescaped } from './wire/rich-text.ts'

const token = /<([^<>]+)>/g
const bareUrl = /https?:\/\/[^\s<>|]+/g
const bareRing = /(?<![\p{L}\p{N}])@(here|channel|everyone)\b/gu

/** Reads blocks as Slack draws them, and keeps what became a mention or a link on the way. */
export class Reading {
  readonly mentions: string[] = []
  readonly links: string[] = []

  /** Formatting marks stay; what is between `<` and `>` acts, and bare addresses and rings too unless it is verbatim. */
  mrkdwn(source: string, { verbatim = false, rings = true } = {}): string {
    let read = ''
    let at = 0
    for (const found of source.matchAll(token)) {
      read += this.#words(source.slice(at, found.index), verbatim, rings)
      read += this.#token(found[1] ?? '')
      at = found.index + found[0].length
    }
    return read + this.#words(source.slice(at), verbatim, rings)
  }

  markdown(source: string): string {
    const labelled = source.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, label, url) => {
      this.links.push(url)
      return label
    })
    return this.mrkdwn(labelled)
  }

  /** A text object, an image, a button or a field: the words that it shows. */
  object(part: Json): string {
    const { type, text, alt_text } = part
    if (type === 'mrkdwn') return this.mrkdwn(String(text), { verbatim: part['verbatim'] === true })
    if (type === 'plain_text') return unescaped(String(text))
    if (type === 'image') return String(alt_text)
    if (type === 'button' && isJson(text)) return this.#button(part, text)
    return this.#field(part)
  }

  cell(cell: Json): string {
    if (cell['type'] === 'rich_text') return this.richText(cell)
    return String(cell['text'] ?? cell['value'] ?? '')
  }

  richText({ elements }: Json): string {
    const parts = Array.isArray(elements) ? elements.filter(isJson) : []
    return parts.map(part => this.#richPart(part)).join('\n')
  }

  #button({ url }: Json, { text }: Json): string {
    if (typeof url === 'string') this.links.push(url)
    return `[${unescaped(String(text))}]`
  }

  #field({ placeholder, initial_value, initial_option, options }: Json): string {
    if (typeof initial_value === 'string') return initial_value
    if (isJson(initial_option)) return this.#option(initial_option)
    if (isJson(placeholder)) return unescaped(String(placeholder['text']))
    const offered = Array.isArray(options) ? options.filter(isJson) : []
    return offered.map(each => this.#option(each)).join(' / ')
  }

  #option({ text }: Json): string {
    return isJson(text) ? this.object(text) : ''
  }

  #richPart(part: Json): string {
    const elements = Array.isArray(part['elements']) ? part['elements'].filter(isJson) : []
    if (part['type'] !== 'rich_text_list') return elements.map(each => this.#inline(each)).join('')
    return elements.map(each => `• ${this.#richPart(each)}`).join('\n')
  }

  #inline({ type, text, url, user_id, channel_id, range, name, fallback }: Json): string {
    switch (type) {
      case 'link':
        this.links.push(String(url))
        return String(text ?? url)
      case 'user':
        return this.#mention(String(user_id))
      case 'broadcast':
        return this.#mention(String(range))
      case 'channel':
        this.links.push(String(channel_id))
        return `#${String(channel_id)}`
      case 'emoji':
        return `:${String(name)}:`
      default:
        return String(text ?? fallback ?? '')
    }
  }

  #token(inside: string): string {
    const [target = '', label] = inside.split('|')
    if (target.startsWith('@')) return this.#mention(target.slice(1))
    if (target.startsWith('!date^')) return unescaped(label ?? '')
    if (target.startsWith('!')) return this.#mention(target.slice(1))
    this.links.push(unescaped(target.startsWith('#') ? target.slice(1) : target))
    return unescaped(label ?? target)
  }

  #mention(whom: string): string {
    this.mentions.push(whom)
    return `@${whom}`
  }

  #words(source: string, verbatim: boolean, rings: boolean): string {
    const words = unescaped(source)
    if (!verbatim) this.links.push(...[...words.matchAll(bareUrl)].map(([url]) => url))
    if (rings && !verbatim) this.mentions.push(...[...words.matchAll(bareRing)].map(([, range = '']) => range))
    return words
  }
}
