import type { Words } from '../../../base/words.ts'

export const inGroup: Words = {
  zh: '匿名反馈只能私聊我发。在群里打的字群里的人已经看到了（有的平台斜杠命令除外），我没有收下；请私聊我发 /反馈 你的话。',
  en: 'Anonymous feedback only works in our direct chat. What you typed here others have seen (but for slash commands on some platforms), and I did not take it: tell me in our direct chat, /feedback your words.',
}

export const nothingSaid: Words = {
  zh: '后面写上你的话，例如：/反馈 食堂太远，午休来不及',
  en: 'Add your words, for example: /feedback the canteen is too far',
}

export function tooLong(most: number): Words {
  return {
    zh: `太长了，最多 ${most} 个字。什么也没有留下；请分几条发，或写短些。`,
    en: `That is too long; ${most} characters at most. Nothing was kept: send it in parts, or shorter.`,
  }
}

export function tooMuch(perDay: number): Words {
  return {
    zh: `一天最多 ${perDay} 条，这条没有收下，请明天再发。（只在内存里数，不写下来。）`,
    en: `At most ${perDay} a day; this one was not taken, so send it tomorrow. (That is counted in memory and written nowhere.)`,
  }
}

export const noSuchCode: Words = {
  zh: '这个团队没有这个暗号。请核对 16 位字母数字；暗号丢了谁也找不回，可以重新发一条：/反馈 你的话',
  en: 'There is no such code in this team. Check its 16 letters; a lost code cannot be found again, but you can write anew: /feedback your words',
}

export const mutedThread: Words = {
  zh: '经理已停止这条对话，这次没有收下。另有事情可以新发一条：/反馈 你的话',
  en: 'The managers have ended this thread, so this was not taken. About something else write anew: /feedback your words',
}

export const forManagers: Words = {
  zh: '数字加“回复、已办、屏蔽”是经理处理反馈用的，什么也没有留下。想发反馈，请别用数字开头：/反馈 你的话',
  en: 'A number with “answer”, “done” or “mute” is how managers handle feedback; nothing was kept. To send feedback, do not begin with a number: /feedback your words',
}

export function noSuchThread(number: number): Words {
  return {
    zh: `没有 #${number}。看等回复的：/反馈 清单`,
    en: `There is no #${number}. To see what waits: /feedback list`,
  }
}

export function needsWords(number: number): Words {
  return {
    zh: `后面写上你的话，例如：/反馈 ${number} 回复 谢谢，下周答复；/反馈 ${number} 已办 装了微波炉`,
    en: `Add your words, for example: /feedback ${number} answer thanks, we look into it; /feedback ${number} done a microwave is in`,
  }
}
