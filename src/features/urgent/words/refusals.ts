import type { Words } from '../../../base/words.ts'
import { LONGEST } from '../matter.ts'
import type { Which } from '../store.ts'

export const nothingSaid: Words = {
  zh: '请写出了什么事，例如：/紧急 客户投诉发错货；很急的写：/紧急 特急 客户现场停线',
  en: 'Say what happened, such as: /urgent a customer got the wrong goods; if it cannot wait: /urgent critical their line stands still',
}

export const tooLong: Words = {
  zh: `请用 ${LONGEST} 个字以内说明，细节可以之后补充：/紧急 7 备注 内容`,
  en: `Please say it in ${LONGEST} characters; details can follow: /urgent 7 note words`,
}

export function saidAlready(number: number): Words {
  return {
    zh: `这件事已经提出了（#${number}）。看进展：/紧急 ${number}；补充：/紧急 ${number} 备注 内容`,
    en: `That is raised already (#${number}). Timeline: /urgent ${number}; to add: /urgent ${number} note words`,
  }
}

export function noSuchMatter(which: Which): Words {
  const [zh, en] = 'number' in which ? [` #${which.number} `, `#${which.number}`] : ['', 'matter like that']
  return { zh: `没有${zh}这件紧急事项。看没关闭的：/紧急`, en: `There is no ${en}. To see what is open: /urgent` }
}

/** A matter's number with words that mean nothing for it. */
export function unclear(number: number): Words {
  return {
    zh: `没看懂要对 #${number} 做什么。可以写：/紧急 ${number} 收到、转 李四、备注 内容、完成 怎么解决的。要提出新的，请写：/紧急 高 ${number} ……`,
    en: `That means nothing for #${number}. You can type: /urgent ${number} ok, to Li Si, note words, done how. To raise a new one: /urgent high ${number} …`,
  }
}

export function mayNotWorsen(number: number): Words {
  return {
    zh: `#${number} 由提出的人、正在处理或被找的人、经理升为特急。补充情况：/紧急 ${number} 备注 内容`,
    en: `Whoever raised #${number}, has it or is asked for it may make it critical, and managers. To add something: /urgent ${number} note words`,
  }
}

export function criticalAlready(number: number): Words {
  return { zh: `#${number} 已经是特急`, en: `#${number} is critical already` }
}

export function nobodyWasCalled(number: number): Words {
  return {
    zh: `#${number} 没有在休息时间叫过人，不用评`,
    en: `#${number} called nobody in their time of rest, so there is nothing to judge`,
  }
}

export function ownCalls(number: number): Words {
  return {
    zh: `#${number} 是你自己提的，请别的经理来评`,
    en: `You raised #${number} yourself; another manager judges it`,
  }
}

export function closedAlready(number: number): Words {
  return {
    zh: `#${number} 已经关闭。看经过：/紧急 ${number}；又出问题了请重新提出：/紧急 ……`,
    en: `#${number} is closed. Timeline: /urgent ${number}; if it happens again, raise it anew: /urgent …`,
  }
}

export function yoursAlready(number: number): Words {
  return {
    zh: `#${number} 已经由你处理。处理好了：/紧急 ${number} 完成 怎么解决的`,
    en: `#${number} is yours already. Once it is settled: /urgent ${number} done how`,
  }
}

export function heldBy(number: number, owner: string): Words {
  return {
    zh: `#${number} 由 ${owner} 处理。要接过来，请 ${owner} 输入 /紧急 ${number} 转 你的名字；经理可以直接接手`,
    en: `#${number} is with ${owner}. To take it over, ask ${owner} to type /urgent ${number} to YOUR NAME; managers may just take it`,
  }
}

export function notAskedOfYou(number: number): Words {
  return { zh: `#${number} 现在没有在等你的回答`, en: `#${number} does not wait for your answer` }
}

export function mayNotHandOver(number: number): Words {
  return {
    zh: `#${number} 只能由正在处理的人、正在被找的人或经理转交。你可以自己接手：/紧急 ${number} 收到`,
    en: `Whoever has #${number} or is asked for it may hand it over, and managers. You can take it yourself: /urgent ${number} ok`,
  }
}

export function handOverToWhom(number: number): Words {
  return { zh: `转给谁？例如：/紧急 ${number} 转 李四`, en: `To whom? For example: /urgent ${number} to Li Si` }
}

export function hasItAlready(number: number, name: string): Words {
  return { zh: `#${number} 已经由 ${name} 处理`, en: `${name} has #${number} already` }
}

export function toYourself(number: number): Words {
  return { zh: `要自己接手，请输入 /紧急 ${number} 收到`, en: `To take it yourself, type /urgent ${number} ok` }
}

export function isAway(name: string): Words {
  return { zh: `${name} 现在不在，请转给别人`, en: `${name} is away now; please choose somebody else` }
}

export function noteMissing(number: number): Words {
  return {
    zh: `备注写什么？例如：/紧急 ${number} 备注 已联系客户`,
    en: `What is the note? For example: /urgent ${number} note called the customer`,
  }
}

export function closingNoteMissing(number: number): Words {
  return {
    zh: `请用一句话写怎么解决的，例如：/紧急 ${number} 完成 已补发，客户确认收到`,
    en: `Say in a line how it was settled, such as: /urgent ${number} done sent anew, the customer has it`,
  }
}

export function mayNotClose(number: number): Words {
  return {
    zh: `#${number} 由提出的人、正在处理的人或经理关闭。补充情况：/紧急 ${number} 备注 内容`,
    en: `Whoever raised #${number} or has it may close it, and managers. To add something: /urgent ${number} note words`,
  }
}
