import { z } from 'zod'
import type { Check } from '../../../src/platform/adapter.ts'
import { whileServing } from '../setup/check-words.ts'

/** What became of the report that was to be filed last. */
export const outcome = z.object({ filed: z.boolean(), at: z.iso.datetime(), why: z.string() })
export type Outcome = z.infer<typeof outcome>

/** @param last - null when none was to be filed yet */
export function checkOutcome(template: string, last: Outcome | null | 'out of reach'): Check {
  if (last === 'out of reach') {
    return {
      level: 'ok',
      said: {
        zh: `日报会同步到钉钉日志（模板“${template}”），现在读不到最近一次的结果`,
        en: `Reports are filed in DingTalk's own too (template "${template}"); what became of the last cannot be read now`,
      },
      todo: whileServing,
    }
  }
  if (last === null) {
    return {
      level: 'ok',
      said: {
        zh: `日报会同步到钉钉日志（模板“${template}”），还没有同步过`,
        en: `Reports are filed in DingTalk's own too (template "${template}"); none was yet`,
      },
    }
  }
  if (last.filed) {
    return {
      level: 'ok',
      said: {
        zh: `日报同步到钉钉日志（模板“${template}”），最近一次 ${last.at}`,
        en: `Reports are filed in DingTalk's own too (template "${template}"), the last at ${last.at}`,
      },
    }
  }
  return {
    level: 'warning',
    said: {
      zh: `${last.at} 有一份日报没能同步到钉钉日志（${last.why}）；日报本身不受影响`,
      en: `At ${last.at} a report was not filed in DingTalk's own (${last.why}); the report itself is safe`,
    },
    todo: {
      zh: `检查钉钉日志里有没有名为“${template}”、带文本字段的模板，应用有没有权限 qyapi_report_query（日志）`,
      en: `Check that DingTalk's reports (日志) have a template "${template}" with a text field, and that the app has the permission qyapi_report_query`,
    },
  }
}
