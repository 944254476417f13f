import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { content, form } from '../../../content/build.ts'
import type { Content, Input } from '../../../content/content.ts'
import type { HandedFile } from '../handed-store.ts'

interface Usual {
  /** The usual last day. */
  readonly until: LocalDate
  /** The files that may go with it, and the one that is to. */
  readonly handed: readonly (HandedFile & { readonly at: Date })[]
  readonly file: string | undefined
  readonly zone: Zone
}

/** To be filled in instead of one line. */
export function noticeForm({ until, handed, file, zone }: Usual, lang: Lang): Content {
  const w = words[lang]
  return content(
    lang,
    form({
      id: 'notices.new',
      title: w.title,
      submit: w.submit,
      words: w.typed,
      inputs: [
        { id: 'text', label: w.text, kind: 'text', required: true },
        ...fileInput({ handed, file, zone }, lang),
        { id: 'link', label: w.link, kind: 'line', ...(handed.length === 0 && { hint: w.linkHint }) },
        { id: 'who', label: w.who, kind: 'line', hint: w.whoHint },
        { id: 'until', label: w.until, kind: 'date', initial: until },
        { id: 'time', label: w.time, kind: 'time', hint: w.timeHint },
        { id: 'important', label: w.important, kind: 'yes-no', initial: 'no', hint: w.importantHint },
      ],
    }),
  )
}

/** There is nothing to choose before a file was handed to us: then the link's hint says how to. */
function fileInput({ handed, file, zone }: Omit<Usual, 'until'>, lang: Lang): readonly Input[] {
  if (handed.length === 0) return []
  const w = words[lang]
  const initial = handed.find(({ ref }) => ref === file)?.ref ?? 'none'
  const isOneOfSeveral = (name: string) => handed.filter(it => it.name === name).length > 1
  const files = handed.map(({ ref, name, at }) => ({
    value: ref,
    label: isOneOfSeveral(name) ? `${name} · ${toLocal(at, zone).time}` : name,
  }))
  const options = [{ value: 'none', label: w.noFile }, ...files]
  return [{ id: 'file', label: w.file, kind: 'choice', initial, options }]
}

const words = {
  zh: {
    ...{ title: '发通知', submit: '发出', typed: '/通知 周五下午盘点 截止=周四18:00 给=所有人 重要=是 链接=https://…' },
    ...{ text: '内容', file: '文件', noFile: '不带文件' },
    ...{ link: '链接', linkHint: '网盘或网页；要带文件，先在私聊里把文件发给我' },
    ...{ who: '给谁', whoHint: '不填就是所有人；组长；张三、李四' },
    ...{ until: '截止日期', time: '截止时间', timeHint: '不填就是当天下班' },
    ...{ important: '重要', importantHint: '重要的每个工作日上午提醒一次，直到截止' },
  },
  en: {
    ...{
      title: 'New notice',
      submit: 'Post it',
      typed: '/notice Stocktaking on Friday until=Thursday 6pm who=everybody important=yes link=https://…',
    },
    ...{ text: 'Text', file: 'File', noFile: 'No file' },
    ...{ link: 'Link', linkHint: 'To a drive or a page. To send a file, hand it to me in our direct chat first' },
    ...{ who: 'For', whoHint: 'Everybody if left open; leads; Sam, Ann' },
    ...{ until: 'Last day', time: 'Time', timeHint: 'The end of the working day if left open' },
    ...{ important: 'Important', importantHint: 'Who has not read it is asked every workday morning till the end' },
  },
} as const
