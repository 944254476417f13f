import type { Words } from '../../../base/words.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Dispute } from '../store.ts'

export function howToDispute(metrics: readonly Metric[]): Words {
  return {
    zh: `请写明哪个指标、哪天和原因，例如：/异议 电话 11-18 应为25，漏了下午的；/异议 张三 拜访 本周 重复计了。指标有：${metrics.map(({ zh }) => zh).join('、')}`,
    en: `Say which metric, when and why, such as: /dispute calls 11-18 should be 25, left out the afternoon; /dispute Sam visits week counted twice. Metrics: ${metrics.map(({ en }) => en).join(', ')}`,
  }
}

export const mayNotDispute: Words = {
  zh: '可以对自己的数字和榜单上公开的数字提出异议',
  en: 'You may question your own figures and those that a board shows to all',
}

export function noManager({ zh, key }: Metric): Words {
  return {
    zh: `团队里没有别的经理可以问。你可以直接改：/更正 ${zh} 正确数字 日期 原因`,
    en: `There is no other manager to ask. You can correct it yourself: /correct ${key} number date reason`,
  }
}

export function alreadyAsked(number: number): Words {
  return {
    zh: `这个问题已经在问了（#${number}），有了结果会告诉你`,
    en: `That is asked already (#${number}); you will hear what they decide`,
  }
}

export function noSuchDispute(number: number): Words {
  return {
    zh: `没有 #${number} 这个异议。看还没答复的：/异议`,
    en: `There is no question #${number}. To see those that wait: /dispute`,
  }
}

export function answeredBefore({ number, state }: Dispute, by: string): Words {
  const [zh, en] = state === 'declined' ? ['驳回', 'declined'] : ['接受', 'accepted']
  return { zh: `异议 #${number} 已由${by}${zh}`, en: `Question #${number} was ${en} by ${by} already` }
}

export const notOneself: Words = {
  zh: '自己提的异议，请另一位经理来定',
  en: 'What you asked yourself is for another manager to decide',
}

export function needsWords(number: number): Words {
  return {
    zh: `请告诉对方为什么，例如：/异议 驳回 ${number} 系统里查过，没有漏`,
    en: `Please say why, such as: /dispute decline ${number} checked, nothing is missing`,
  }
}

export function whichDay({ number, from, to }: Dispute): Words {
  return {
    zh: `要改哪一天？请写 ${from} 到 ${to} 之间、已经到了的一天，例如：/异议 接受 ${number} ${from} 25`,
    en: `Which day is to be corrected? Name one from ${from} to ${to} that has come, such as: /dispute accept ${number} ${from} 25`,
  }
}

export function whichValue({ number }: Dispute): Words {
  return {
    zh: `正确的数字是多少？例如：/异议 接受 ${number} 25`,
    en: `What is the right number? Type for example /dispute accept ${number} 25`,
  }
}
