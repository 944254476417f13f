import { cut } from '../../../base/cut.ts'
import { mostFileBytes } from '../../../base/handed-file.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, quiet, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Handed } from '../../feature.ts'
import type { HandedFile } from '../handed-store.ts'

type NotKept = Extract<Handed['file'], { kept: false }>['why']

export function takenContent(file: HandedFile, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `收到文件 ${file.name}，还没有发给任何人。`, en: `I have ${file.name}; nobody has got it yet.` }[lang]),
    quiet(
      {
        zh: '24 小时内可以随通知发出，之后我就删掉。',
        en: 'It can go out with a notice within 24 hours; then I forget it.',
      }[lang],
    ),
    actions(withFileButton(file, lang)),
  )
}

export function notTaken(name: string, why: NotKept, lang: Lang): Content {
  return content(lang, text(whyNot[why](name)[lang]))
}

/** Beside the file that a notice brings, or instead of it where none can be given: how to get it. */
export function fileWords(number: number, lang: Lang): string {
  return {
    zh: `通知 #${number} 的文件；随时可取，私聊我：/通知 ${number} 文件`,
    en: `the file of notice ${number}; to get it any time, ask me in our direct chat: /notice ${number} file`,
  }[lang]
}

/** Whatever was wrong about a notice that was taken back may be its file. */
export function fileWithdrawn(number: number): Words {
  return {
    zh: `#${number} 通知已经撤回了，文件也不再给出`,
    en: `Notice ${number} was withdrawn, so its file is not given any more`,
  }
}

export function noFileIn(number: number): Words {
  return { zh: `#${number} 通知没有带文件`, en: `Notice ${number} brings no file` }
}

export const noFileYet: Words = {
  zh: '最近一天你没有发过文件给我，什么也没有发。先在私聊里把文件发给我，再写 文件=文件名；网上的文件写 链接=https://…',
  en: 'You have handed me no file within the last day; nothing was posted. Send it to me in our direct chat first, then write file=NAME; for one on the web write link=https://…',
}

export const forgottenFile: Words = {
  zh: '这个文件我已经删掉了（只留一天），什么也没有发。请在私聊里再发一次给我',
  en: 'I have forgotten this file (I keep one for a day); nothing was posted. Please send it to me once more in our direct chat',
}

export function noSuchFile(typed: string, latest: string): Words {
  return {
    zh: `最近一天你发给我的文件里没有“${cut(typed, 60)}”，什么也没有发。最近的一个是 ${latest}，可以写 文件=上一个`,
    en: `No file that you handed me within the last day is called "${cut(typed, 60)}"; nothing was posted. The latest is ${latest}: write file=last`,
  }
}

function withFileButton({ ref, name }: HandedFile, lang: Lang): Button {
  const words = { zh: `/通知 请看文件 文件=${name}`, en: `/notice Please read this file=${name}` }[lang]
  return { id: 'notices.with-file', label: { zh: '随通知发出', en: 'Send it with a notice' }[lang], words, value: ref }
}

const mostMb = Math.floor(mostFileBytes / 1024 / 1024)

const whyNot: Readonly<Record<NotKept, (name: string) => Words>> = {
  'too-large': name => ({
    zh: `${name} 太大了，我最多收 ${mostMb} MB。请放到网盘，用 /通知 …… 链接=https://… 发出去。`,
    en: `${name} is too large: I take ${mostMb} MB at most. Put it on a drive and post it with /notice … link=https://…`,
  }),
  'not-given': name => ({
    zh: `${name} 没有取到，请再发一次；还不行就放到网盘，用 链接=https://… 发出去。`,
    en: `I could not get ${name}; please send it once more. If that fails, put it on a drive and use link=https://…`,
  }),
}
