import { cases } from '../../../src/features/cases/feature.ts'
import { wins } from '../../../src/features/wins/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Heard, stageDay } from '../nudges/stage.ts'

const people = [
  { name: '李伟' },
  { name: '张三' },
  { name: 'Sam', lang: 'en' as const },
  { name: '赵组长', role: 'lead' as const },
  { name: '王芳', role: 'manager' as const },
]

/** A team of three reps, a lead and a manager, with cases and the bell; and ways to see what one of them hears. */
export async function stageCases(store: Store, settings: Record<string, unknown> = {}) {
  const day = await stageDay(store, people, { cases: settings }, 'zh', [cases, wins])
  const group = { place: { kind: 'group', channelId: day.channelId } } as const
  return {
    ...day,
    group,
    /** What of it a member hears in private, in one text. */
    to: (name: string, heard: readonly Heard[]) =>
      texts(heard.filter(({ to: whom }) => 'person' in whom && whom.person === day.who(name).personId)),
    /** What the actor is answered. */
    answer: (heard: readonly Heard[]) => texts(heard.filter(({ lane }) => lane === 'reply')),
    /** What everybody in the group hears. */
    openly: (heard: readonly Heard[]) => texts(heard.filter(({ to }) => 'reply' in to && to.reply === 'open')),
    numbered: (number: number) =>
      store.prisma.case.findUniqueOrThrow({ where: { teamId_number: { teamId: day.team.id, number } } }),
    all: () => store.prisma.case.findMany({ where: { teamId: day.team.id }, orderBy: { number: 'asc' } }),
    steps: async (number: number) => {
      const of = { case: { teamId: day.team.id, number } }
      return store.prisma.caseStep.findMany({ where: of, orderBy: { id: 'asc' } })
    },
  }
}

function texts(heard: readonly Heard[]): string {
  return heard.map(({ words }) => words).join('\n')
}
