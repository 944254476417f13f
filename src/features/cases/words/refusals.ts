import type { Words } from '../../../base/words.ts'
import type { Shown } from '../shown.ts'

export const howToFile: Words = {
  zh: '请写是什么问题，例如：/案例 华为订单延期 @李伟 周五前；在钉钉、企业微信里引用一条消息、@我 说“案例”也行',
  en: 'Say what the problem is, such as: /case order delayed for Huawei @Sam due Friday',
}

export function tooLong(most: number): Words {
  return {
    zh: `太长了，最多 ${most} 字。请写要点，细节放在文件里`,
    en: `That is too long: ${most} letters at most. Write the gist, and leave details to a file`,
  }
}

export function noSuchDay(said: string): Words {
  return {
    zh: `“${said}”看不出是哪天。可以写：周五、11月25日、后天`,
    en: `"${said}" is no day I know. Write one such as Friday, Nov 25 or 11-25`,
  }
}

export function dayOver(day: string): Words {
  return {
    zh: `${day} 已经过去了，请写今天或以后的一天`,
    en: `${day} is over; name today or a day to come`,
  }
}

export function sameOpen(number: number): Words {
  return {
    zh: `这个问题已经记过：#${number}。看看：/案例 ${number}`,
    en: `You have noted that already: #${number}. See it: /case ${number}`,
  }
}

export function noSuchCase(number: number | null): Words {
  if (number === null) {
    return {
      zh: '这个案例不在了，或者只给相关的人看。看手上的：/案例',
      en: 'That case is not here any more, or only for those concerned. To see yours: /case',
    }
  }
  return {
    zh: `没有 #${number}，或者它只给相关的人看。看手上的：/案例`,
    en: `There is no #${number}, or it is only for those concerned. To see yours: /case`,
  }
}

export function mayNotChange(number: number): Words {
  return {
    zh: `#${number} 由提出的人、负责人或组长以上来改`,
    en: `#${number} is changed by whoever raised it, its owner, or a lead or above`,
  }
}

export function alreadyClosed({ case: { number, state }, closedBy }: Shown): Words {
  const [zh, en] = state === 'solved' ? ['解决了', 'solved'] : ['决定不再跟进', 'dropped']
  return {
    zh: `#${number} 已由 ${closedBy} ${zh}。要重新打开：/案例 ${number} 重开`,
    en: `#${number} was ${en} by ${closedBy} already. To open it again: /case ${number} reopen`,
  }
}

export function notClosed(number: number): Words {
  return { zh: `#${number} 不需要重开`, en: `#${number} needs no opening again` }
}

export function howToSolve(number: number): Words {
  return {
    zh: `怎么解决的？写一句，别人以后搜得到：/案例 ${number} 解决 换了承运商，两天到货`,
    en: `How was it solved? A line is enough, and others will find it: /case ${number} solved another carrier, two days`,
  }
}

export function whyDropped(number: number): Words {
  return {
    zh: `为什么不再跟进？写一句：/案例 ${number} 取消 客户不做了`,
    en: `Why is it dropped? A line is enough: /case ${number} dropped the customer left`,
  }
}

export function whom(number: number): Words {
  return { zh: `交给谁？例如：/案例 ${number} 交给 张三`, en: `To whom? Such as: /case ${number} to Sam` }
}

export function whatAbout(number: number): Words {
  return {
    zh: `#${number} 要怎么办？可以写：/案例 ${number} 解决 …、交给 张三、期限 周五、取消 …、重开。记新问题请用文字开头`,
    en: `What about #${number}? You can type /case ${number} solved …, to Sam, due Friday, dropped …, or reopen. A new problem begins with a word`,
  }
}

export const noSuchWin: Words = {
  zh: '最近 30 天没有你的喜报可以写。先报喜：/喜报 华为 12万',
  en: 'You have rung the bell for no deal in the last 30 days. Ring it first: /won Acme 120,000',
}

export const howToStory: Words = {
  zh: '请写打动客户的是什么，例如：/案例 赢单 先做了试点 难题=嫌贵 经验=从小单开始',
  en: 'Say what convinced them, such as: /case win we ran a pilot first problem=too dear lesson=start small',
}

export function storyThere(number: number): Words {
  return { zh: `这一单已经写过：/案例 ${number}`, en: `That deal has its story already: /case ${number}` }
}

export const quizOff: Words = {
  zh: '团队没有开案例小测。经理可以打开：/设置 案例小测 开',
  en: 'The team has no case quiz. A manager can switch it on: /settings case quiz on',
}

export const tooFewCards: Words = {
  zh: '解决过的案例还不够出题，至少要 6 个。看看现有的：/案例 搜',
  en: 'There are too few solved cases to ask about, which takes six. See those there are: /case search',
}

export const nothingAsked: Words = {
  zh: '现在没有在问你的题。这个月的：/案例 小测',
  en: 'No question is waiting for you. This month’s: /case quiz',
}
