import type { Lang } from '../../base/words.ts'
import type { TeamForm } from './store.ts'

/** The command that a form is answered with. */
export function commandOf({ kind, key }: Pick<TeamForm, 'kind' | 'key'>, lang: Lang): string {
  const report = { zh: '/日报', en: '/report' }[lang]
  if (kind === 'custom') return `${report} ${key}`
  return kind === 'plan' ? { zh: '/计划', en: '/plan' }[lang] : report
}
