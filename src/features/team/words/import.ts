import type { Words } from '../../../base/words.ts'
import { NAME_LIMIT } from '../setup-input.ts'

export const csvFaults = {
  'open-quote': { zh: '引号没有闭合', en: 'a quote is never closed' },
  'text-after-quote': { zh: '引号后面多了文字', en: 'there is text right after a closing quote' },
} as const

export const empty: Words = { zh: '文件是空的', en: 'the file is empty' }
export const tooManyCells: Words = { zh: '列比表头多', en: 'there are more cells than columns' }
export const nameMissing: Words = { zh: '缺姓名', en: 'the name is missing' }
export const accountMissing: Words = { zh: '缺账号', en: 'the account is missing' }
export const nameTooLong: Words = {
  zh: `姓名和别名最多 ${NAME_LIMIT} 个字`,
  en: `a name or alias may have up to ${NAME_LIMIT} characters`,
}

export function missingColumns(missing: readonly string[]): Words {
  return { zh: `表头缺少：${missing.join('、')}`, en: `the header lacks: ${missing.join(', ')}` }
}

export function unknownValue(zh: string, en: string, given: string, usable: string): Words {
  const shown = given.slice(0, NAME_LIMIT)
  return { zh: `没有这个${zh}“${shown}”，可用：${usable}`, en: `there is no ${en} "${shown}"; there are ${usable}` }
}

export function repeatedWords(mark: string, owner: number): Words {
  return { zh: `“${mark}”与第 ${owner} 行重复`, en: `"${mark}" is on line ${owner} already` }
}

export const lastAdminWords: Words = {
  zh: '这是唯一的管理员，不能改成别的角色',
  en: 'this is the only admin and cannot get another role',
}

export function takenWords(name: string, holder: string): Words {
  return {
    zh: `“${name}”已经是成员 ${holder} 的名字或别名`,
    en: `"${name}" is a name or alias of the member ${holder} already`,
  }
}
