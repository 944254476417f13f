import type { Lang, Words } from '../../../base/words.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import {
  actions,
  code,
  content,
  field,
  fields,
  file,
  heading,
  list,
  quiet,
  strong,
  text,
} from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Kept } from '../../feature.ts'
import type { Seen } from '../store.ts'

interface Data {
  readonly name: string
  readonly kept: readonly Pick<Kept, 'title' | 'gist'>[]
  /** The latest. */
  readonly looks: readonly Seen[]
  readonly allLooks: number
  readonly zone: Zone
}

export function dataContent({ name, kept, looks, allLooks, zone }: Data, lang: Lang): Content {
  const w = {
    zh: {
      title: `关于${name}的全部记录`,
      looks: `别人看过我的什么（共 ${allLooks} 次）`,
      none: '还没有人单独看过你的资料。',
      erase: '想抹除姓名、账号和写过的文字，请找管理员：',
      button: '全部导出',
      words: '/我的数据 导出',
    },
    en: {
      title: `All that is kept about ${name}`,
      looks: `Who saw what about me (${allLooks} in all)`,
      none: 'Nobody has looked at your data on their own yet.',
      erase: 'To have your name, accounts and words erased, ask an admin: ',
      button: 'Export all',
      words: '/my data export',
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    fields(...kept.map(({ title, gist }) => field(title[lang], gist[lang]))),
    text(strong(w.looks)),
    looks.length === 0 ? text(w.none) : list(looks.map(look => [lookLine(look, zone, lang)])),
    quiet(w.erase, code({ zh: `/抹除 ${name}`, en: `/erase ${name}` }[lang])),
    actions({ id: 'privacy.export', label: w.button, words: w.words }),
  )
}

function lookLine({ at, by, words }: Seen, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(at, zone)
  return `${date} ${time} · ${by ?? { zh: '已不在的人', en: 'somebody who is gone' }[lang]} · ${words[lang]}`
}

export function exportContent({ ref, filename }: { ref: string; filename: string }, lang: Lang): Content {
  const alt = {
    zh: '你的全部记录，JSON 格式。这里发不了文件的话，请在电脑端或演练群里对我说 /我的数据 导出',
    en: 'all your records, as JSON. Where files cannot be sent, ask me with /my data export on another platform',
  }[lang]
  return content(lang, file(ref, filename, alt))
}

export const dataUnclear: Words = {
  zh: '可以写：/我的数据，或 /我的数据 导出',
  en: 'Write /my data, or /my data export',
}
