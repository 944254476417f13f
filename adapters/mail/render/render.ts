import type { Words } from '../../../src/base/words.ts'
import type { Content } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import { escapeHtml, htmlOf, pictureTag } from './html.ts'
import { subjectOf } from './subject.ts'

export interface MailPayload {
  readonly subject: string
  readonly text: string
  /** Shows each picture by the tag of it. */
  readonly html: string
  readonly pictures: readonly MailPicture[]
  readonly files: readonly { readonly ref: string; readonly name: string }[]
}

export interface MailPicture {
  readonly ref: string
  readonly cid: string
  readonly alt: string
}

/** Whoever answers a mail of a machine's waits for nothing. */
const foot: Words = {
  zh: '这封邮件由机器人发出，回信没有人看；要回复或办理，请在聊天里发给机器人。',
  en: 'A bot sent this mail and nobody reads answers to it. To reply or act, tell the bot in the chat.',
}

export function render(content: Content): MailPayload {
  const { lang, blocks } = content
  const pictures = blocks
    .filter(block => block.b === 'image')
    .map(({ ref, alt }, n): MailPicture => ({ ref, alt, cid: `picture-${n + 1}@bellwether` }))
  const tagOf = (ref: string) => pictures.filter(picture => picture.ref === ref).map(pictureTag)[0] ?? ''
  const body = blocks.map(block => htmlOf(block, lang, tagOf)).join('\n')
  return {
    subject: subjectOf(content),
    text: `${plain(content)}\n\n-- \n${foot[lang]}\n`,
    html: `<!DOCTYPE html>\n<html lang="${lang}"><body>\n${body}\n<hr><p style="color:#667085">${escapeHtml(foot[lang])}</p>\n</body></html>\n`,
    pictures: pictures.filter(({ ref }, n) => pictures.findIndex(other => other.ref === ref) === n),
    files: blocks.filter(block => block.b === 'file').map(({ ref, name }) => ({ ref, name })),
  }
}
