import type { Content } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { AccountOf, SurfaceKind } from '../../../src/platform/adapter.ts'
import { nameAsSent } from '../send/packing.ts'
import { drawMarkdown } from './markdown.ts'
import { withoutAddresses } from './neutral.ts'
import type { DingTalkPayload } from './payload.ts'
import { type Pen, ringable } from './spans.ts'
import { titleOf } from './title.ts'

/** DingTalk takes 15,000 bytes of what a robot says, as JSON; some are for the ids of pictures. */
const heaviest = 14_000

/** What fills a card that says the same; null where it has no room for it. */
type CardOf = (content: Content, callBy: string) => Readonly<Record<string, string>> | null

/** Draws content that fits the canvas. In a direct chat everything is said to the robot, and nobody needs to be rung. */
export function render(
  given: Content,
  surface: SurfaceKind,
  accountOf: AccountOf,
  cardOf: CardOf | null = null,
): DingTalkPayload {
  const content = withNamesAsSent(given)
  const { lang, blocks } = content
  const title = titleOf(content)
  const images = blocks.flatMap(block => (block.b === 'image' ? [{ ref: block.ref, alt: block.alt }] : []))
  const callBy = surface === 'group' ? { zh: '@机器人 ', en: '@bot ' }[lang] : ''
  const draw = (ring: Pen['ring']) => drawMarkdown(blocks, { lang, callBy, ring }) || title
  const markdown = draw(() => null)
  const params = images.length === 0 ? (cardOf?.(content, callBy) ?? null) : null
  const files = blocks.flatMap(block => (block.b === 'file' ? [block.ref] : []))
  const common = { title, card: params && { params }, ...(files.length > 0 && { files }) }
  if (isTooHeavy(title, markdown)) {
    const words = withoutAddresses(plain(content)) || title
    return { ...common, markdown: words, ringing: words, atUserIds: [], images: [], bare: true }
  }
  const rung = new Set<string>()
  const ringing = draw(id => {
    const staffId = surface === 'group' ? ringable(id, accountOf) : null
    if (staffId !== null) rung.add(staffId)
    return staffId
  })
  if (isTooHeavy(title, ringing)) return { ...common, markdown, ringing: markdown, atUserIds: [], images, bare: false }
  return { ...common, markdown, ringing, atUserIds: [...rung], images, bare: false }
}

/** The words name a file as it stands above them. */
function withNamesAsSent(content: Content): Content {
  const blocks = content.blocks.map(block => (block.b === 'file' ? { ...block, name: nameAsSent(block.name) } : block))
  return { ...content, blocks }
}

function isTooHeavy(title: string, text: string): boolean {
  return Buffer.byteLength(JSON.stringify({ title, text })) > heaviest
}
