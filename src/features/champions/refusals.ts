import type { Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Metric } from '../metrics/catalogue.ts'

export function championUnclear(said: string): Words {
  const quoted =
    said === '' ? { zh: '没看懂是哪一期。', en: 'I did not understand which period. ' } : notUnderstood(said)
  return {
    zh: `${quoted.zh}可以写：/冠军，/冠军 2026-10，/冠军 上月 签单额；经理还可以 /冠军 导出 2026-10，/冠军 重算 2026-10`,
    en: `${quoted.en}Type for example /champion, /champion 2026-10, /champion last month revenue; managers also /champion export 2026-10, /champion redo 2026-10`,
  }
}

function notUnderstood(said: string): Words {
  const short = [...said].slice(0, 40).join('')
  return { zh: `没看懂“${short}”。`, en: `I did not understand "${short}". ` }
}

export function noSuchAward(metric: Metric | null, period: Period, at: string): Words {
  return {
    zh: `${labelOf(period, 'zh')}没有评出${metric ? metric.zh : ''}冠军。月、季、年结束后的第一个工作日 ${at} 公布；评过的都在 /冠军`,
    en: `No ${metric ? `${metric.en} ` : ''}champion was named for ${labelOf(period, 'en')}. They are named at ${at} on the first workday after a month, quarter or year; see /champion for those there are`,
  }
}

export function noSuchPage(pages: number): Words {
  return {
    zh: `只有 ${pages} 页，例如 /冠军 导出 2026-10 ${pages}`,
    en: `There ${pages === 1 ? 'is 1 page' : `are ${pages} pages`}, for example /champion export 2026-10 ${pages}`,
  }
}

export const nothingLeft: Words = {
  zh: '现在这段时间没有任何实绩，没有可以评的人；原来的结果保留',
  en: 'There are no entries in that period now, so nobody can be named; the award stays as it was',
}
