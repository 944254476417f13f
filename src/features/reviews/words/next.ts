import type { Words } from '../../../base/words.ts'
import type { Event, Party } from '../course.ts'

/** What is to be done next, by whom, and what to type for it. */
export function nextWords({ party, event }: { readonly party: Party; readonly event: Event }): Words {
  const who = { member: { zh: '本人', en: 'the member' }, reviewer: { zh: '经理', en: 'the manager' } }[party]
  switch (event) {
    case 'self-review':
      return { zh: '本人自评（/评估 自评）', en: 'the member’s self-review (/review self)' }
    case 'assessment':
      return { zh: '经理写评（/评估 写评 名字）', en: 'the manager’s review (/review write NAME)' }
    case 'talk':
      return {
        zh: '面谈，谈完记一笔（/评估 面谈 名字 要点）',
        en: 'the talk, noted afterwards (/review talk NAME notes)',
      }
    case 'sign':
    case 'dispute':
      return { zh: `${who.zh}签字（/评估 签字）`, en: `signature of ${who.en} (/review sign)` }
  }
}
