import type { Lang, Words } from '../../../base/words.ts'
import { code, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Criteria, CriteriaReading } from '../criteria.ts'

export function criteriaContent({ version, items }: Criteria, which: 'as-it-is' | 'changed', lang: Lang): Content {
  const w = {
    zh: {
      title: `评估标准${version === 0 ? '（默认）' : `（第 ${version} 版）`}`,
      changed: '已改。以后发起的评估按这一版；已经开始的按原来的。',
      how: '经理可以改：',
      example: '/评估 标准 业绩 50、态度 30、协作 20',
    },
    en: {
      title: `Criteria${version === 0 ? ' (the usual ones)' : `, version ${version}`}`,
      changed: 'Changed. Reviews begun from now on go by it; those going on keep theirs.',
      how: 'A manager changes them: ',
      example: '/review criteria Results 50, Attitude 30, Teamwork 20',
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    list(items.map(({ name, weight }) => [`${name} ${weight}%`])),
    which === 'changed' ? text(w.changed) : quiet(w.how, code(w.example)),
  )
}

export function criteriaFaultWords({ fault, sum = 0 }: Extract<CriteriaReading, { ok: false }>): Words {
  switch (fault) {
    case 'unreadable':
      return {
        zh: '没看懂。每项写名字和权重，例如 业绩 50、态度 30、协作 20',
        en: 'Not understood. Write each with its weight, for example Results 50, Attitude 30, Teamwork 20',
      }
    case 'sum':
      return { zh: `权重加起来要是 100，现在是 ${sum}。`, en: `The weights must add up to 100; these come to ${sum}.` }
    case 'too-many':
      return { zh: '最多 8 项。', en: 'Eight at most.' }
    case 'twice':
      return { zh: '有两项名字一样。', en: 'Two of them have the same name.' }
    case 'too-long':
      return { zh: '名字最多 24 个字。', en: 'A name has 24 characters at most.' }
  }
}
