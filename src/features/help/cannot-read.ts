import type { Lang, Words } from '../../base/words.ts'
import { code, content, quiet, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'

/** What people send that we cannot read. */
export type Unreadable = 'picture' | 'voice' | 'video' | 'file' | 'other'

/** What to do instead of sending that. */
export function cannotRead(what: Unreadable, lang: Lang): Content {
  const all = { zh: '/帮助', en: '/help' }[lang]
  return content(lang, text(instead[what][lang]), quiet({ zh: '我能做什么：', en: 'What I can do: ' }[lang], code(all)))
}

const instead: Readonly<Record<Unreadable, Words>> = {
  picture: {
    zh: '图片我看不懂。请把里面的内容打成字发给我。',
    en: 'I cannot read pictures. Please type what it says.',
  },
  voice: {
    zh: '语音我听不了。请打字，或先转成文字再发给我。',
    en: 'I cannot listen to voice messages. Please type it, or send it as text.',
  },
  video: {
    zh: '视频我看不了。请把要说的打成字发给我。',
    en: 'I cannot watch videos. Please type what it is about.',
  },
  file: {
    zh: '文件我打不开，请把要说的打成字发给我。要随通知发给大家的文件，由组长或经理在私聊里发给我。',
    en: 'I cannot open files; please type what it is about. A file that is to go out with a notice is handed to me by a lead or above, in our direct chat.',
  },
  other: {
    zh: '这种消息我看不懂。请打成字发给我。',
    en: 'I cannot read this kind of message. Please type it.',
  },
}
