import { UserError } from '../../base/errors.ts'
import { isLocalTime } from '../../calendar/dates.ts'
import type { FormValues } from '../../content/content.ts'
import type { ActionInput, Feature } from '../feature.ts'
import { answerRequest, setTimes } from './answer-request.ts'
import { createDefaultForms } from './create-default-forms.ts'
import { readFormRequest } from './request.ts'
import type { TimesChange } from './times.ts'

export const forms: Feature = {
  name: 'forms',
  commands: [
    {
      name: 'form',
      words: ['form', 'forms', '表单'],
      summary: { zh: '查看或修改计划、日报等表单', en: 'See or change the plan, the report and other forms' },
      example: { zh: '/表单 计划 截止 09:30', en: '/form plan due 09:30' },
      least: 'manager',
      run: (ctx, rest) => answerRequest(ctx, readFormRequest(rest)),
    },
  ],
  actions: [
    {
      id: 'forms.edit',
      least: 'manager',
      run: async (ctx, input) => setTimes(ctx, input.value ?? '', readTimesForm(input)),
    },
  ],
  reactions: [
    {
      on: 'team.created',
      run: async ctx => {
        await createDefaultForms(ctx.tx, ctx.team, ctx.now)
        ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
      },
    },
  ],
}

/** The fields of the form that `formShown` draws. */
function readTimesForm({ values = {} }: ActionInput): TimesChange {
  const time = (name: string): string => {
    const text = single(values, name)
    if (isLocalTime(text)) return text
    throw new UserError('form-bad-time', { zh: '请填 09:00 这样的时间', en: 'give a time such as 09:00' })
  }
  const days = single(values, 'days')
  const daysLater = /^\d{1,2}$/.test(days) ? { daysLater: Number(days) } : {}
  return { opens: time('opens'), due: [time('due')], closes: { at: time('closes'), ...daysLater } }
}

function single(values: FormValues, name: string): string {
  const [text = ''] = [values[name] ?? []].flat()
  return text.trim()
}
