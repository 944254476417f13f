import type { Lang } from '../../base/words.ts'

/** Somebody in the simulated team, as the Room knows them. */
export interface Player {
  readonly id: string
  readonly name: string
}

const surnames = {
  zh: ['李', '王', '赵', '刘', '孙', '杨', '周', '吴', '郑', '冯'],
  en: ['Li', 'Wang', 'Zhao', 'Liu', 'Sun', 'Yang', 'Zhou', 'Wu', 'Zheng', 'Feng'],
}
const givenNames = { zh: ['明', '红', '强', '静'], en: ['Ming', 'Hong', 'Qiang', 'Jing'] }

/** As many as can be told apart by name. */
export const MOST_PLAYERS = surnames.zh.length * givenNames.zh.length

/** The first of them makes the team and manages it; the others sell. */
export function castPlayers(count: number, lang: Lang): readonly Player[] {
  return Array.from({ length: count }, (_, at) => {
    const surname = surnames[lang][at % surnames[lang].length] ?? ''
    const given = givenNames[lang][Math.floor(at / surnames[lang].length)] ?? ''
    return { id: `p${at + 1}`, name: lang === 'zh' ? `${surname}${given}` : `${given} ${surname}` }
  })
}
