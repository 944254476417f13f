import type { Words } from '../../../base/words.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Share } from '../shares.ts'
import { periodOfTarget } from '../target.ts'

export function cannotAdd(metric: Metric): Words {
  return {
    zh: `${metric.zh}不能相加，没法拆分；给每个人或每段时间直接定就好`,
    en: `${metric.en} does not add up, so it cannot be split; set it for each person or period instead`,
  }
}

export function nothingToSplit(metric: Metric, isTeams: boolean): Words {
  const [zh, en] = isTeams ? ['团队 ', 'team '] : ['', '']
  return {
    zh: `这段时间还没有定下的目标可拆。先定一个：/目标 ${zh}${metric.zh} 300 2026-12`,
    en: `No target stands there to be split. Make one first: /target ${en}${metric.en} 300 2026-12`,
  }
}

export const notFiner: Words = {
  zh: '只能拆成更短的时间（按季、按月、按周、按天），团队的目标还可以按人拆：/目标 拆分 团队 签单额 2026-12 按人 按历史',
  en: 'A target splits into shorter times (into quarters, months, weeks or days), the team’s also into people: /target split team revenue 2026-12 into people by history',
}

export function tooMany(count: number): Words {
  if (count === 0) {
    return {
      zh: '没有可以分的人或工作日',
      en: 'There is nobody and no workday to share it with',
    }
  }
  return {
    zh: `一次分不了 ${count} 份，请先拆成更长的时间，例如 按月`,
    en: `That makes ${count} parts at once; split it into longer times first, such as into months`,
  }
}

/** A ratio needs one number for each, in the order in which they are named. */
export function wrongRatio(given: number, shares: readonly Share[]): Words {
  const names = shares.map(share => share.member?.name ?? periodOfTarget(share).key)
  return {
    zh: `比例有 ${given} 个数，要分的有 ${names.length} 份：${names.join('、')}`,
    en: `The ratio has ${given} numbers for ${names.length} parts: ${names.join(', ')}`,
  }
}
