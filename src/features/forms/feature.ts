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
      summary: { zh: '看有哪些表单要填；经理可以修改', en: 'See the forms to fill in; managers change them' },
      example: { zh: '/表单', en: '/form' },
      least: 'rep',
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
