import type { Words } from '../../../base/words.ts'

function quoted(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 40)}…` : typed
}

export const needsText: Words = {
  zh: '通知要有内容，例如 /通知 周五下午盘点，请提前整理库存 截止=周四18:00',
  en: 'A notice has to say something, as in /notice Stocktaking on Friday, please tidy up until=Thursday 6pm',
}

export function tooLong(most: number): Words {
  return {
    zh: `通知最多 ${most} 字，什么也没有发。长的内容请放到文件里，用 链接=… 附上`,
    en: `A notice takes ${most} characters at most; nothing was posted. Put the rest into a file and add it as link=…`,
  }
}

export function linkTooLong(most: number): Words {
  return { zh: `链接最多 ${most} 字`, en: `A link takes ${most} characters at most` }
}

export function whichUntil(typed: string): Words {
  return {
    zh: `截止“${quoted(typed)}”没看懂，什么也没有发。可以写 截止=周四18:00、截止=11-26、截止=3个工作日`,
    en: `The end "${quoted(typed)}" is not understood; nothing was posted. Write until=Thursday 6pm, until=11-26 or until=3 workdays`,
  }
}

export function soSoon(typed: string): Words {
  return {
    zh: `截止“${quoted(typed)}”已经过了，或不到十分钟，大家来不及看。请给晚一点的时间`,
    en: `The end "${quoted(typed)}" has passed or is less than ten minutes away; nobody could read it by then. Give a later one`,
  }
}

export function tooFar(days: number): Words {
  return { zh: `截止最远 ${days} 天以后`, en: `The end may be ${days} days away at most` }
}

export function yesOrNo(key: Words, typed: string): Words {
  return {
    zh: `${key.zh}=“${quoted(typed)}”没看懂，写 ${key.zh}=是 或 ${key.zh}=否`,
    en: `${key.en}="${quoted(typed)}" is not understood; write ${key.en}=yes or ${key.en}=no`,
  }
}

export const nobodyElse: Words = {
  zh: '除了你自己，没有人会收到这条通知，什么也没有发。给谁可以写 给=所有人、给=组长、给=张三、李四',
  en: 'Nobody but you would get this notice; nothing was posted. Say who it is for: who=everybody, who=leads, who=Sam, Ann',
}

export function postedTwice(number: number): Words {
  return {
    zh: `同样的通知刚刚发过了，是 #${number}，没有再发。要改用 /通知 ${number} 更正 …`,
    en: `You have just posted the same, as notice ${number}; it was not posted again. To change it: /notice ${number} edit …`,
  }
}

export function noSuchNotice(number: number): Words {
  return {
    zh: `没有给你的 #${number} 通知。发 /通知 看有哪些`,
    en: `There is no notice ${number} for you. See /notice for those there are`,
  }
}

export function unclear(number: number): Words {
  return {
    zh: `要对 #${number} 通知做什么没看懂，什么也没有发。可以写 /通知 ${number} 收到、/通知 ${number}、/通知 ${number} 更正 新内容、/通知 ${number} 撤回；正文以数字开头的新通知写 /通知 新建 ${number} …`,
    en: `What to do with notice ${number} is not understood; nothing was posted. Write /notice ${number} ok, /notice ${number}, /notice ${number} edit NEW TEXT or /notice ${number} withdraw; a new one whose text begins with a number is /notice new ${number} …`,
  }
}

export function notYours(number: number): Words {
  return {
    zh: `#${number} 通知只有发的人和经理能改、能撤回`,
    en: `Only whoever posted notice ${number}, or a manager, may change or withdraw it`,
  }
}

export function wasWithdrawn(number: number): Words {
  return {
    zh: `#${number} 通知已经撤回了，不用确认`,
    en: `Notice ${number} was withdrawn; there is nothing to confirm`,
  }
}

export function notOpen(number: number): Words {
  return {
    zh: `#${number} 通知已经结束或撤回，不能再改。需要的话发一条新的`,
    en: `Notice ${number} is over or withdrawn and cannot be changed any more. Post a new one instead`,
  }
}

export function nothingToChange(number: number): Words {
  return {
    zh: `没写要改什么。例如 /通知 ${number} 更正 周六盘点，或 /通知 ${number} 更正 截止=周五18:00；要大家重新确认加 重新确认=是`,
    en: `You did not say what to change, as in /notice ${number} edit Stocktaking on Saturday, or /notice ${number} edit until=Friday 6pm; to have everybody confirm it anew add again=yes`,
  }
}

export function sameReaders(number: number): Words {
  return {
    zh: `发出以后不能换人。请 /通知 ${number} 撤回，再发一条`,
    en: `Whom it is for cannot be changed any more. Use /notice ${number} withdraw and post a new one`,
  }
}

export const ownNotice: Words = {
  zh: '这条是你自己发的，不用确认',
  en: 'You posted this one yourself; there is nothing to confirm',
}
