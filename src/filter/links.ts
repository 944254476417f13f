import { type Normalised, originalRange, type Range, typed } from './normalise.ts'
import { isDoubtfulEnd, isPlainEnd, siteOf } from './top-level-domains.ts'

export interface Link extends Range {
  /** In ASCII, as a browser would ask for it. */
  readonly host: string
  /** The part of it that somebody registered, as far as its ends tell. */
  readonly site: string
}

/** Addresses in a text: with http, with www, and bare domains such as `example.com/x`. E-mail addresses are none. */
export function findLinks(text: string): readonly Link[] {
  const plain = typed(text)
  if (!mayHold.test(plain.plain)) return none
  const links: Link[] = []
  const taken = new Uint8Array(text.length)
  for (const read of [addresses, domains, spelled]) {
    for (const { from, to, host } of read(plain)) {
      const range = originalRange(plain, from, to)
      if (taken.subarray(range.from, range.to).includes(1)) continue
      taken.fill(1, range.from, range.to)
      links.push({ ...range, host, site: siteOf(host) })
    }
  }
  return links.sort((one, other) => one.from - other.from)
}

/** Without a colon, a dot or one that is spelled out there is no address, and most of what people say has none. */
const mayHold = /[:.点點]|dot/u

const none: readonly Link[] = []

/** Whether the host is one of those, or under one of them. They may be given as `example.com`, `*.example.com` or an address. */
export function isOn(host: string, allowed: readonly string[]): boolean {
  const asked = hostOf(host)
  if (asked === null) return false
  return allowed.some(one => {
    const known = hostOf(
      one
        .trim()
        .replace(/^[a-z]+:[/\\]*/i, '')
        .replace(/^\*?\./, '')
        .replace(/[/?#].*$/s, ''),
    )
    return known !== null && (asked === known || asked.endsWith(`.${known}`))
  })
}

/** Where it is in the plain text. */
interface Found {
  readonly from: number
  readonly to: number
  readonly host: string
}

/** What follows a host in an address: ASCII alone, since Chinese goes on without a space. */
const rest = /(?::\d{1,5})?(?:[/\\?#][^\s"<>`\P{ASCII}]*)?/uy
/** Punctuation that ends the sentence and not the address. */
const closing = new Set('.,;:!?\'")]}>*')

function* addresses(text: Normalised): Generator<Found> {
  let done = 0
  for (const { 0: scheme, index: from } of text.plain.matchAll(/(?:https?|ftp):[/\\]+/g)) {
    if (from < done) continue
    authority.lastIndex = from + scheme.length
    const [whole = ''] = authority.exec(text.plain) ?? []
    // What stands before the last @ is a name for a password, whatever it looks like.
    const named = whole.lastIndexOf('@') + 1
    const [label = ''] = hostName.exec(whole.slice(named)) ?? []
    const found = foundAt(text, from, from + scheme.length + named, label.replace(/\.+$/, ''))
    if (found === null) continue
    done = found.to
    yield found
  }
}

const authority = /[^\s/\\?#"'<>，、]*/uy
/** Signs of names in any letters but those of scripts that go on without a space: after them a name in ASCII begins. */
const sign = String.raw`[[\p{L}\p{N}_\-]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]`
const dottedNames = new RegExp(String.raw`(?<!${sign})${sign}+(?:\.${sign}+)+`, 'gv')
/** An address of figures, a name after which Chinese may follow at once, or a Chinese one. */
const hostName = new RegExp(String.raw`^\[[\da-f:.]+\]|^(?:${sign}|[%.])+|^[\p{L}\p{N}._\-]+`, 'v')

function* domains(text: Normalised): Generator<Found> {
  const { plain } = text
  let done = 0
  for (const { 0: run, index: from } of plain.matchAll(dottedNames)) {
    if (from < done || plain[from - 1] === '@' || plain[from + run.length] === '@') continue
    const known = run.slice(0, knownEnd(plain, run, from))
    const found = known.includes('.') ? foundAt(text, from, from, known) : null
    if (found === null) continue
    done = found.to
    yield found
  }
}

/** Up to where the names are a host's: behind the last of them that ends hosts. */
function knownEnd(plain: string, run: string, from: number): number {
  const isWww = run.startsWith('www.')
  let end = run.length
  for (const label of run.split('.').reverse()) {
    if (isPlainEnd(label)) return end
    const certain = isWww || hasPath(plain, from + end)
    if (certain && (isDoubtfulEnd(label) || (isWww && /^[a-z]{2,}$/.test(label)))) return end
    end -= label.length + 1
  }
  return 0
}

const hasPath = (plain: string, at: number): boolean =>
  /^(?::\d{2,5})?\/[!-~]|^:\d{2,5}(?!\d)/.test(plain.slice(at, at + 8))

/** `example点com`, `example[.]com`: written so that no machine shall know it. */
const dot = String.raw`(?:点|點|[\[(【]\.[\])】]|[\[(]dot[\])]| dot )`
const spelledNames = new RegExp(`([a-z\\d][a-z\\d-]{1,62})${dot}(com|cn|net|org|top|xyz|vip|cc|io)(?![a-z\\d-])`, 'g')

function* spelled({ plain }: Normalised): Generator<Found> {
  for (const { 0: whole, 1: first, 2: end, index: from } of plain.matchAll(spelledNames)) {
    const host = hostOf(`${first}.${end}`)
    if (host !== null) yield { from, to: endOf(plain, from + whole.length), host }
  }
}

/** The host is read from the original: with accents or in other letters it is another one, however much it looks like it. */
function foundAt(text: Normalised, from: number, at: number, label: string): Found | null {
  if (label === '') return null
  const range = originalRange(text, at, at + label.length)
  const host = hostOf(text.text.slice(range.from, range.to)) ?? hostOf(label)
  return host === null ? null : { from, to: endOf(text.plain, at + label.length), host }
}

function endOf(plain: string, host: number): number {
  rest.lastIndex = host
  let end = host + (rest.exec(plain)?.[0].length ?? 0)
  while (end > host && closing.has(plain[end - 1] ?? '')) end--
  return end
}

/** As a browser reads it: in ASCII and small letters, numbers as addresses; null for what is no host. */
function hostOf(written: string): string | null {
  const address = `http://${written.replace(/\.$/, '')}/`
  if (written === '' || /[\s/\\?#@]/.test(written) || !URL.canParse(address)) return null
  return new URL(address).hostname.replace(/\.$/, '') || null
}
