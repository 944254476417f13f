import type { Lang } from '../../../src/base/words.ts'
import type { Block, Field } from '../../../src/content/content.ts'
import { simpler } from '../../../src/content/degrade.ts'
import { colon, linesOf } from '../../../src/content/plain.ts'
import { inLine } from './neutral.ts'
import { bold, drawSpans, type Pen } from './spans.ts'

/** Two spaces before it make a line end one. */
const lineEnd = '  \n'

export interface Manner extends Pen {
  readonly lang: Lang
}

/** Draws blocks in DingTalk's markdown, which knows headings, bold, quotes, lists, links and pictures. */
export function drawMarkdown(blocks: readonly Block[], manner: Manner): string {
  const images = blocks.filter(({ b }) => b === 'image')
  const drawOne = (block: Block): readonly string[] =>
    block.b === 'image' ? [placeOf(images.indexOf(block), block.alt)] : drawBlock(block, manner)
  return blocks
    .flatMap(drawOne)
    .filter(text => text.trim() !== '')
    .join('\n\n')
}

function drawBlock(block: Block, manner: Manner): readonly string[] {
  switch (block.b) {
    case 'heading':
      return [`### ${inLine(oneLine(block.text))}`]
    case 'text':
      return [drawSpans(block.spans, manner).replaceAll('\n', lineEnd)]
    case 'quiet':
      return [
        drawSpans(block.spans, manner)
          .split('\n')
          .map(line => `> ${line}`)
          .join(lineEnd),
      ]
    case 'fields':
      return [block.fields.map(field => drawField(field, manner)).join(lineEnd)]
    case 'list':
      return [block.items.map(item => `- ${drawSpans(item, manner).replaceAll('\n', `${lineEnd}  `)}`).join('\n')]
    default:
      return saysSomething(block, manner.lang) ? simpler(block, manner.lang).flatMap(one => drawBlock(one, manner)) : []
  }
}

function drawField({ label, value }: Field, manner: Manner): string {
  return `${bold(oneLine(label))}${colon(manner.lang)}${drawSpans(value, manner).replaceAll('\n', lineEnd)}`
}

function saysSomething(block: Block, lang: Lang): boolean {
  return linesOf(block, lang).some(line => line.trim() !== '')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
}

/** Where a picture comes once it has an address. No member's words can look like it: their marks do not act. */
const place = /!\[([^\]]*)\]\(picture:(\d+)\)/g

function placeOf(index: number, alt: string): string {
  return `![${inLine(oneLine(alt))}](picture:${index})`
}

/** Puts in the pictures by what DingTalk knows them by, or their descriptions where there is no such thing. */
export function withMedia(markdown: string, mediaOf: (index: number) => string | null): string {
  return markdown.replaceAll(place, (_, alt: string, index: string) => {
    const media = mediaOf(Number(index))
    return media === null ? alt : `![${alt}](${media})`
  })
}
