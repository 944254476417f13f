import type { Words } from '../base/words.ts'

type Phrase = (customer: string) => Words

/** Things to do for a customer. */
export const tasks: readonly Phrase[] = [
  it => ({ zh: `跟进${it}`, en: `Follow up with ${it}` }),
  it => ({ zh: `给${it}发报价`, en: `Send ${it} the quote` }),
  it => ({ zh: `约${it}看演示`, en: `Book a demo with ${it}` }),
  it => ({ zh: `催${it}回款`, en: `Chase the payment from ${it}` }),
  it => ({ zh: `准备${it}的方案`, en: `Draft the proposal for ${it}` }),
]

/** Words about a day. */
export const remarks: readonly Phrase[] = [
  it => ({ zh: `${it}想看同行案例`, en: `${it} wants to see a reference in their trade` }),
  it => ({ zh: `${it}换了采购负责人，重新建立关系`, en: `${it} has a new head of purchasing, starting over` }),
  it => ({ zh: `${it}对价格比较满意，下周定`, en: `${it} is fine with the price and decides next week` }),
  it => ({ zh: `${it}预算推迟到下季度`, en: `${it} moved the budget to next quarter` }),
]

/** What somebody cannot solve alone. */
export const obstacles: readonly Phrase[] = [
  it => ({ zh: `${it}合同盖章还没走完`, en: `The contract with ${it} waits for its stamp` }),
  it => ({ zh: `${it}要求八五折，需要审批`, en: `${it} asks for 15% off, which needs approval` }),
  it => ({ zh: `${it}的样机还没到货`, en: `The sample for ${it} has not arrived` }),
  it => ({ zh: `${it}技术问题没人对接`, en: `Nobody answers the technical questions of ${it}` }),
]

/** What was said in the group on the last workday, by whom and at which wall time. */
export const chat: readonly { readonly from: string; readonly time: string; readonly words: Words }[] = [
  {
    from: 'wang',
    time: '10:26',
    words: { zh: '宝钢那边今天终于约上了👍', en: 'Baosteel finally agreed to meet today 👍' },
  },
  {
    from: 'chen',
    time: '10:31',
    words: { zh: '好消息！方案要不要一起过一遍？', en: 'Great! Shall we go over the proposal together?' },
  },
  { from: 'wang', time: '10:32', words: { zh: '要，两点会议室见', en: 'Yes please, two o’clock in the meeting room' } },
  {
    from: 'li',
    time: '16:48',
    words: { zh: '华为今天聊得不错，就等合同盖章了', en: 'Good talk with Huawei; only the stamp is missing' },
  },
  {
    from: 'zhang',
    time: '17:05',
    words: { zh: '盖章我来催。大家记得写日报', en: 'I will see to the stamp. Mind your reports, everyone' },
  },
]
