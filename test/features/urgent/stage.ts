import { team } from '../../../src/features/team/feature.ts'
import { urgent } from '../../../src/features/urgent/feature.ts'
import type { TemporaryDatabase } from '../../store/fixture.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'

const people = { zhao: '赵总', wang: '王芳', qian: '钱组长', zhang: '张三', li: '李四', sun: '孙七' }
export type Who = keyof typeof people

export interface UrgentTalk extends AsyncDisposable {
  readonly talk: Talk
  readonly who: Readonly<Record<Who, Speaker>>
  /** A matter's timeline: `kind member by why`, in order. */
  timeline(number?: number): Promise<readonly string[]>
  /** The moments at which members were asked, as wall time of the day. */
  asked(number?: number): Promise<readonly string[]>
}

/** That time in Shanghai, in November 2026: the 20th is a Friday. */
export const at = (time: string, day = 20) => `2026-11-${day}T${time}:00+08:00`

/** Admin 赵总, manager 王芳, lead 钱组长, and 张三, 李四, 孙七, of whom 张三 and then 李四 are on duty. */
export async function openUrgent(begin = at('09:00'), database?: TemporaryDatabase): Promise<UrgentTalk> {
  const talk = await openTalk({ at: begin, people, features: [urgent, team], ...(database && { database }) })
  const ids = Object.keys(people) as Who[]
  const who = Object.fromEntries(ids.map(id => [id, talk.person(id)])) as Record<Who, Speaker>
  await who.zhao.says('/setup 销售一部')
  for (const id of ids) if (id !== 'zhao') await who[id].says('/join')
  await who.zhao.tells('/member 王芳 role=manager')
  await who.zhao.tells('/member 钱组长 role=lead')
  await who.wang.tells('/紧急 值班 张三 李四')

  async function steps(number: number) {
    const { prisma } = talk.store
    const matter = await prisma.urgentMatter.findFirstOrThrow({ where: { number } })
    const members = await prisma.member.findMany()
    const name = (id: string | null) => (id === null ? '' : (members.find(one => one.id === id)?.name ?? '?'))
    const rows = await prisma.urgentStep.findMany({ where: { matterId: matter.id }, orderBy: { id: 'asc' } })
    return rows.map(row => ({ ...row, member: name(row.memberId), by: name(row.byId) }))
  }

  return {
    talk,
    who,
    async timeline(number = 1) {
      return (await steps(number)).map(({ kind, member, by, why }) =>
        [kind, member, by === member ? '' : by, why ?? ''].filter(word => word !== '').join(' '),
      )
    },
    async asked(number = 1) {
      const rows = (await steps(number)).filter(({ kind }) => kind === 'asked' || kind === 'unanswered')
      return rows.map(({ at: moment, member, kind }) => {
        const wall = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
        return `${wall.slice(8, 10)} ${wall.slice(11, 16)} ${kind === 'asked' ? member : 'nobody'}`
      })
    },
    [Symbol.asyncDispose]: () => talk[Symbol.asyncDispose](),
  }
}
