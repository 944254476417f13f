export const reviewVerbs = [
  'list',
  'show',
  'start',
  'criteria',
  'self',
  'write',
  'talk',
  'sign',
  'dispute',
  'plan',
  'done',
  'drop',
  'potential',
] as const
export type ReviewVerb = (typeof reviewVerbs)[number]

const spellings: Readonly<Partial<Record<ReviewVerb, readonly string[]>>> = {
  start: ['start', 'begin', '开始', '发起'],
  criteria: ['criteria', 'criterion', '考核标准', '评估标准', '标准'],
  self: ['self', 'self-review', '自评'],
  write: ['write', 'assess', '写', '写评', '写评价', '评价'],
  talk: ['talk', '面谈'],
  sign: ['sign', '签字', '签名', '确认'],
  dispute: ['dispute', '异议', '不同意'],
  plan: ['plan', '改进计划', '改进', '计划'],
  done: ['done', '完成'],
  drop: ['drop', '取消', '不做了'],
  potential: ['potential', '高潜', '潜力'],
}

const words = reviewVerbs
  .flatMap(verb => (spellings[verb] ?? []).map(word => ({ verb, word })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** What follows `/review`: a verb and the rest of it, a name, or nothing. A Chinese verb may be glued to what follows. */
export function readReviewRequest(text: string): { readonly verb: ReviewVerb; readonly rest: string } {
  const said = text.trim()
  if (said === '') return { verb: 'list', rest: '' }
  for (const { verb, word } of words) {
    if (!said.toLowerCase().startsWith(word)) continue
    const after = said.slice(word.length)
    if (/[a-z]$/.test(word) && /^[^\s:：]/.test(after)) continue
    return { verb, rest: after.replace(/^[\s:：]+/, '') }
  }
  return { verb: 'show', rest: said }
}
