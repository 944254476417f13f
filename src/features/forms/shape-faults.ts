import { z } from 'zod'
import type { Fault } from './faults.ts'

type Issue = z.core.$ZodIssue

const speakZh = z.locales.zhCN().localeError

/** Why a value has not the shape of the schema, in both languages; none when it has. */
export function shapeFaults(schema: z.ZodType, value: unknown): readonly Fault[] {
  const en = schema.safeParse(value).error?.issues.flatMap(leaves) ?? []
  const zh = schema.safeParse(value, { error: speakZh }).error?.issues.flatMap(leaves) ?? []
  return en.map((issue, at) => {
    const path = issue.path.filter(key => typeof key !== 'symbol')
    const place = path.length > 0 ? `${path.join('.')}: ` : ''
    return { path, words: { zh: place + (zh[at]?.message ?? issue.message), en: place + issue.message } }
  })
}

/** Of the ways that a value may be written, the one that came closest tells most: the one whose faults lie deepest. */
function leaves(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [closest = []] = issue.errors.toSorted((a, b) => depth(b) - depth(a))
  return closest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(leaves)
}

function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.5 : 0)))
}
