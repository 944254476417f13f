import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { startNotice } from './post.ts'
import { usualEnd } from './read-draft.ts'
import { handedBy } from './take-file.ts'
import { noticeForm } from './words/form.ts'
import { forgottenFile } from './words/handed.ts'

/** The form shows the latest so many of the files that were handed to us. */
const MOST_FILES = 5

/** Answers `/notice new`, with the file that is to go with it if one was chosen; and the form as it was filled in. */
export async function noticeByForm(
  ctx: MemberContext,
  { values, file }: { readonly values?: FormValues | undefined; readonly file?: string | undefined },
): Promise<void> {
  requireRole(ctx, 'lead')
  const { team, now, lang } = ctx
  if (values === undefined) {
    const handed = await handedBy(ctx)
    const until = toLocal(usualEnd(team, now), team.zone).date
    const chosen = handed.filter(({ ref }) => ref === file)
    if (file !== undefined && chosen.length === 0) throw new UserError('notices.file-forgotten', forgottenFile)
    const others = handed.filter(({ ref }) => ref !== file).slice(0, MOST_FILES - chosen.length)
    const content = noticeForm({ until, handed: [...chosen, ...others], file, zone: team.zone }, lang)
    return ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'notices.form' })
  }
  const text = (id: string): string => [values[id] ?? ''].flat().join('、').trim()
  await startNotice(ctx, {
    ...{
      text: text('text'),
      link: text('link'),
      file: text('file'),
      who: text('who'),
      important: text('important') || 'no',
    },
    until: `${text('until')} ${text('time')}`.trim(),
  })
}
