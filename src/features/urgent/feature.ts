import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { addNote, close } from './close.ts'
import { handOver } from './hand-over.ts'
import { judge } from './judge.ts'
import { keepsOfUrgent } from './keeps.ts'
import { obeyDuty } from './obey-duty.ts'
import { raise, raiseByForm, raiseQuoted } from './raise.ts'
import { releaseLeft } from './release-left.ts'
import { readUrgentRequest, type UrgentRequest } from './request.ts'
import { urgentSettingDeclarations } from './settings-words.ts'
import { listOpen, showMatter } from './show.ts'
import { stepsJob } from './steps-job.ts'
import { findMatter } from './store.ts'
import { decline, take } from './take.ts'
import { reviewJob } from './weekly-review.ts'
import { unclear } from './words/refusals.ts'
import { worsen } from './worsen.ts'

/** Urgent matters: somebody is asked at once, then the next one, until somebody has it; and it is never silently lost. */
export const urgent: Feature = {
  name: 'urgent',
  commands: [
    {
      name: 'urgent',
      words: ['urgent', '紧急', '应急'],
      summary: {
        zh: '紧急事项：按值班表找人，直到有人接手',
        en: 'Urgent matters: people on duty are asked until one takes it',
      },
      example: { zh: '/紧急 客户投诉发错货', en: '/urgent a customer got the wrong goods' },
      least: 'rep',
      run: (ctx, rest) => obey(ctx, readUrgentRequest(rest)),
    },
  ],
  actions: [
    { id: 'urgent.raise', least: 'rep', run: (ctx, { values = {} }) => raiseByForm(ctx, values) },
    {
      id: 'urgent.quote',
      least: 'rep',
      onMessages: { zh: '报为紧急事项', en: 'Raise as urgent' },
      quotedBy: 'urgent',
      run: raiseQuoted,
    },
    { id: 'urgent.take', least: 'rep', run: (ctx, { value = '' }) => take(ctx, { id: value }) },
    { id: 'urgent.decline', least: 'rep', run: (ctx, { value = '' }) => decline(ctx, { id: value }) },
    { id: 'urgent.worsen', least: 'rep', run: (ctx, { value = '' }) => worsen(ctx, { id: value }) },
    { id: 'urgent.needed', least: 'manager', run: (ctx, { value = '' }) => judge(ctx, { id: value }, 'found-needed') },
    {
      id: 'urgent.needless',
      least: 'manager',
      run: (ctx, { value = '' }) => judge(ctx, { id: value }, 'found-needless'),
    },
    { id: 'urgent.show', least: 'rep', run: (ctx, { value = '' }) => showMatter(ctx, { id: value }) },
  ],
  jobs: [stepsJob, reviewJob],
  reactions: [{ on: 'member.left', run: releaseLeft }],
  keeps: keepsOfUrgent,
  settings: urgentSettingDeclarations,
}

async function obey(ctx: MemberContext, request: UrgentRequest): Promise<void> {
  switch (request.kind) {
    case 'list':
      return listOpen(ctx)
    case 'form':
      return raiseByForm(ctx, undefined)
    case 'duty':
      return obeyDuty(ctx, request.text)
    case 'raise':
      await raise(ctx, request)
      return
    case 'show':
      return showMatter(ctx, request)
    case 'take':
      return take(ctx, request)
    case 'decline':
      return decline(ctx, request)
    case 'worsen':
      return worsen(ctx, request)
    case 'found-needed':
    case 'found-needless':
      return judge(ctx, request, request.kind)
    case 'offer':
      return handOver(ctx, request, request.text)
    case 'note':
      return addNote(ctx, request, request.text)
    case 'close':
      return close(ctx, request, request.text)
    case 'unclear':
      return settleUnclear(ctx, request)
  }
}

/** `3 customers complain` raises that, unless there is a #3 of which something may have been meant. */
async function settleUnclear(
  ctx: MemberContext,
  { number, raise: raising }: Extract<UrgentRequest, { kind: 'unclear' }>,
): Promise<void> {
  if (raising === null || (await findMatter(ctx.tx, ctx.team.id, { number })))
    throw new UserError('urgent-unclear', unclear(number))
  await raise(ctx, raising)
}
