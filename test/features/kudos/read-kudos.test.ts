import { describe, expect, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { readKudos } from '../../../src/features/kudos/read-kudos.ts'
import type { TeamMember } from '../../../src/features/team/members.ts'

const member = (name: string, aliases: readonly string[] = []): TeamMember => ({
  ...{ memberId: name, personId: name, teamId: 't', name, aliases, role: 'rep', lang: 'zh' },
  ...{ calendar: workCalendarSchema.parse({ kind: 'cn' }), joinedOn: '2026-01-01', leftOn: null },
})
const members = [member('张三'), member('李四', ['小李']), member('Sam Lee')]

/** As `names | reason | tags`, or the kind; a name that is nobody's has a question mark. */
function read(text: string): string {
  const it = readKudos(text, { members, today: '2026-11-20' })
  if (it.kind === 'period') return `period ${it.period.key}`
  if (it.kind !== 'give') return it.kind
  const names = it.to.map(({ found, name }) => (found.kind === 'one' ? found.member.name : `${name}?`))
  return [names.join('+'), it.reason, it.tags.join('+')].join(' | ')
}

test.each([
  ['@张三 及时补位 #协作', '张三 | 及时补位 | 协作'],
  ['＠张三及时补位＃协作', '张三 | 及时补位 | 协作'],
  ['@张三 @李四 一起熬夜改标书 #协作 #拼', '张三+李四 | 一起熬夜改标书 | 协作+拼'],
  ['@张三@小李 顶上了', '张三+李四 | 顶上了 | '],
  ['昨天帮我改标书 @张三', '张三 | 昨天帮我改标书 | '],
  ['@Sam Lee covered my shift #teamwork', 'Sam Lee | covered my shift | teamwork'],
  ['张三 及时补位', '张三 | 及时补位 | '],
  ['张三、李四 及时补位', '张三+李四 | 及时补位 | '],
  ['张三和小李帮我改标书', '张三+李四 | 帮我改标书 | '],
  ['sam lee, 张三 great help', 'Sam Lee+张三 | great help | '],
  ['张三 和客户谈妥了', '张三 | 和客户谈妥了 | '],
  ['@王五 及时补位', '王五? | 及时补位 | '],
  ['@张三', '张三 |  | '],
  ['@张三 写给 a@b.com 的方案很好', '张三 | 写给 a@b.com 的方案很好 | '],
  ['', 'mine'],
  ['！', 'mine'],
  ['undo', 'undo'],
  ['撤回', 'undo'],
  ['本周', 'period 2026-W47'],
  ['last month', 'period 2026-10'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

describe('a tag', () => {
  test('said twice is one', () => {
    expect(read('@张三 补位 #协作 #协作')).toBe('张三 | 补位 | 协作')
  })
})
