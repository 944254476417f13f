import { toLocal } from '../../calendar/zone.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { startNotice } from './post.ts'
import { usualEnd } from './read-draft.ts'
import { noticeForm } from './words/form.ts'

/** Answers `/notice new`, and the form as it was filled in. */
export async function noticeByForm(ctx: MemberContext, values: FormValues | undefined): Promise<void> {
  requireRole(ctx, 'lead')
  const { team, now, lang } = ctx
  if (values === undefined) {
    const content = noticeForm(toLocal(usualEnd(team, now), team.zone).date, lang)
    return ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.form' })
  }
  const text = (id: string): string => [values[id] ?? ''].flat().join('、').trim()
  await startNotice(ctx, {
    ...{ text: text('text'), link: text('link'), who: text('who'), important: text('important') || 'no' },
    until: `${text('until')} ${text('time')}`.trim(),
  })
}
