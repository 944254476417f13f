import type { Lang } from '../../../base/words.ts'
import { content, list, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Target } from '../target.ts'
import { targetName } from './names.ts'

export function withdrawnContent(targets: readonly Target[], metric: Metric, lang: Lang): Content {
  const title = { zh: '已撤回（记录还在）：', en: 'Withdrawn; its history is kept:' }[lang]
  return withList(title, targets, metric, lang)
}

export function withdrawnForYou(targets: readonly Target[], metric: Metric, by: string, lang: Lang): Content {
  return withList({ zh: `${by} 撤回了你的目标：`, en: `${by} has withdrawn your target:` }[lang], targets, metric, lang)
}

function withList(title: string, targets: readonly Target[], metric: Metric, lang: Lang): Content {
  return content(lang, text(title), list(targets.map(target => [targetName(target, metric, lang)])))
}
