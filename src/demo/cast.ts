import type { Lang, Words } from '../base/words.ts'

/** How somebody sells, on an average day. */
export interface Temper {
  readonly calls: number
  readonly visits: number
  readonly quotes: number
  /** How likely a visit ends in a deal, from 0 to 1. */
  readonly luck: number
  /** What a deal is usually worth, in yuan. */
  readonly deal: number
  /** How often plans and reports come too late, or not at all. */
  readonly late: number
  readonly forgets: number
  /** Whom they are selling to at present. */
  readonly customers: readonly Words[]
}

export interface Character {
  /** In the Room, the same in both languages. */
  readonly id: string
  readonly name: Words
  readonly role: 'rep' | 'lead' | 'manager' | 'admin'
  /** Null for who leads and does not sell. */
  readonly temper: Temper | null
}

const customer = (zh: string, en: string): Words => ({ zh, en })

/** Whom a visitor is first; what this one would do today is left for the visitor to do. */
export const visitor: Character = {
  id: 'li',
  name: { zh: '李雷', en: 'Leo Li' },
  role: 'rep',
  temper: {
    ...{ calls: 22, visits: 2.6, quotes: 1.2, luck: 0.11, deal: 80_000, late: 0.08, forgets: 0.03 },
    customers: [customer('华为', 'Huawei'), customer('中建', 'CSCEC'), customer('海信', 'Hisense')],
  },
}

/** Makes the team, manages it, and reads what the others hand in. */
export const founder: Character = {
  id: 'yang',
  name: { zh: '杨帆', en: 'Yvonne Yang' },
  role: 'admin',
  temper: null,
}

/** Leads the team and reads its reports. */
export const manager: Character = {
  id: 'zhang',
  name: { zh: '张敏', en: 'Grace Zhang' },
  role: 'manager',
  temper: null,
}

/** The team of the demo. */
export const cast: readonly Character[] = [
  visitor,
  {
    id: 'wang',
    name: { zh: '王芳', en: 'Wendy Wang' },
    role: 'rep',
    temper: {
      ...{ calls: 30, visits: 3.1, quotes: 1.6, luck: 0.13, deal: 95_000, late: 0.02, forgets: 0 },
      customers: [customer('宝钢', 'Baosteel'), customer('联想', 'Lenovo'), customer('顺丰', 'SF Express')],
    },
  },
  {
    id: 'zhao',
    name: { zh: '赵强', en: 'Zack Zhao' },
    role: 'rep',
    temper: {
      ...{ calls: 18, visits: 3.4, quotes: 0.9, luck: 0.08, deal: 120_000, late: 0.22, forgets: 0.08 },
      customers: [customer('万科', 'Vanke'), customer('中车', 'CRRC'), customer('三一', 'Sany')],
    },
  },
  {
    id: 'liu',
    name: { zh: '刘洋', en: 'Lucas Liu' },
    role: 'rep',
    temper: {
      ...{ calls: 26, visits: 1.9, quotes: 1.1, luck: 0.08, deal: 60_000, late: 0.1, forgets: 0.04 },
      customers: [customer('美的', 'Midea'), customer('格力', 'Gree'), customer('京东方', 'BOE')],
    },
  },
  {
    id: 'sun',
    name: { zh: '孙悦', en: 'Sunny Sun' },
    role: 'rep',
    temper: {
      ...{ calls: 20, visits: 2.2, quotes: 1.4, luck: 0.12, deal: 70_000, late: 0.05, forgets: 0.02 },
      customers: [customer('海尔', 'Haier'), customer('潍柴', 'Weichai'), customer('中兴', 'ZTE')],
    },
  },
  {
    id: 'chen',
    name: { zh: '陈晨', en: 'Chloe Chen' },
    role: 'lead',
    temper: {
      ...{ calls: 12, visits: 2.4, quotes: 1, luck: 0.14, deal: 150_000, late: 0.04, forgets: 0.02 },
      customers: [customer('国家电网', 'State Grid'), customer('中石化', 'Sinopec'), customer('上汽', 'SAIC')],
    },
  },
  manager,
  founder,
]

/** They are in no team: a visitor can be one of them and make a team from the group that has none. */
export const guests: readonly Pick<Character, 'id' | 'name'>[] = [
  { id: 'gu', name: { zh: '顾佳', en: 'Gary Gu' } },
  { id: 'he', name: { zh: '何静', en: 'Helen He' } },
]

export const teamGroup = { id: 'sales', name: { zh: '销售一部', en: 'East Sales' } }
export const emptyGroup = { id: 'new', name: { zh: '新团队', en: 'New team' } }

/** What a demo's people and groups are known by in the Room. */
export const demoUserIds: readonly string[] = [...cast, ...guests].map(({ id }) => id)
export const demoGroupIds: readonly string[] = [teamGroup.id, emptyGroup.id]

const teamName: Words = { zh: '华东销售一部（演示）', en: 'East Sales (demo)' }

export function demoTeamName(lang: Lang): string {
  return teamName[lang]
}
