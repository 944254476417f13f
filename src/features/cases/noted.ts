import type { TeamContext } from '../../context.ts'
import { noteRead } from '../privacy/note-read.ts'

/** That a manager heard of a member's overdue case. */
export async function noteTold(
  ctx: TeamContext,
  { manager, owner, number }: { readonly manager: string; readonly owner: string; readonly number: number },
): Promise<void> {
  await noteRead(ctx, {
    ...{ by: manager, about: owner, what: 'cases.overdue', detail: { number } },
    words: { zh: '收到了逾期案例的提醒', en: 'heard of an overdue case' },
  })
}
