import type { ValueKind } from '../setting.ts'

const NONE = /^(?:none|any|off|无|没有|不限|关)$/i

/** Words of a team's own choice, each as it is typed behind a `#`. */
export const valueNames: ValueKind<string[]> = {
  takes: { zh: '几个词，用顿号隔开；或“无”', en: 'words with commas between them; or none' },
  example: { zh: '协作、客户第一', en: 'teamwork, customer-first' },
  read(text) {
    const said = text.normalize('NFKC').trim()
    if (NONE.test(said)) return []
    const names = said.split(/[、,;\s]+/).map(name => name.replace(/^#/, ''))
    const isNames = names.every(name => /^[\p{L}\p{N}_-]+$/u.test(name))
    return isNames ? [...new Set(names)] : undefined
  },
  show: (names, { lang }) =>
    names.length === 0 ? { zh: '无', en: 'none' }[lang] : names.join({ zh: '、', en: ', ' }[lang]),
}
