import type { Words } from '../../../base/words.ts'

export function whyNotice(author: string): Words {
  return { zh: `${author} 发了一条通知`, en: `${author} posted a notice` }
}

export function whyAsked(number: number): Words {
  return {
    zh: `你还没有确认 #${number} 通知，期限还没到`,
    en: `you have not confirmed notice ${number} yet, and there still is time`,
  }
}

export function whySummary(number: number): Words {
  return { zh: `你发的 #${number} 通知到期了`, en: `notice ${number}, which you posted, is over` }
}
