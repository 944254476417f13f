import { append } from '../../../src/audit/append.ts'
import { addDays } from '../../../src/calendar/dates.ts'
import { isWorkday } from '../../../src/calendar/workdays.ts'
import type { Form, FormValues } from '../../../src/content/content.ts'
import type { MemberContext, Place } from '../../../src/context.ts'
import { cases } from '../../../src/features/cases/feature.ts'
import { kudos } from '../../../src/features/kudos/feature.ts'
import { recordValues } from '../../../src/features/metrics/entries.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { reviews } from '../../../src/features/reviews/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext } from '../harness.ts'
import { at, stageDay } from '../nudges/stage.ts'

const people = [
  { name: '张三' },
  { name: '李伟' },
  { name: '赵组长', role: 'lead' as const },
  { name: '王经理', role: 'manager' as const },
  { name: '钱经理', role: 'manager' as const },
]

/** A team with its reviews, and ways to fill in their forms. */
export async function stageReviews(store: Store, settings: Record<string, unknown> = {}, lang: 'zh' | 'en' = 'zh') {
  const staged = await stageDay(store, people, settings, lang, [reviews, kudos, cases, metrics])

  /** Submits a form that was shown. */
  async function submits(name: string, form: Form, values: FormValues, moment: string) {
    const action = reviews.actions?.find(({ id }) => id === form.id)
    if (!action || action.least === 'guest') throw new Error(`no action ${form.id}`)
    return inTransaction(store, async tx => {
      const scene = { team: staged.team, actor: staged.who(name), place: { kind: 'direct' } as Place, now: at(moment) }
      const { ctx, said, noted } = makeContext(tx, scene)
      await action.run(ctx as MemberContext, { values, ...(form.value !== undefined && { value: form.value }) })
      await append(tx, noted)
      return said
    })
  }

  /** Hands in the same on every workday of those days. */
  async function works(name: string, from: string, to: string, calls: number) {
    for (let date = from; date <= to; date = addDays(date, 1)) {
      if (!isWorkday(staged.team.calendar, date, 'usual-week')) continue
      await staged.types(name, `plan 电话${calls}`, `${date} 08:40`)
      await staged.types(name, `report 电话${calls}`, `${date} 18:00`)
    }
  }

  /** Records a member's values of a day by hand. */
  async function records(name: string, date: string, values: Readonly<Record<string, number>>) {
    const { memberId, personId } = staged.who(name)
    const facts = { memberId, date, values, source: 'manual', createdBy: personId } as const
    await inTransaction(store, tx => recordValues({ tx, team: staged.team, now: at(`${date} 18:00`) }, facts))
  }

  return { ...staged, submits, works, records }
}
