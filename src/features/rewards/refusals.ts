import type { Words } from '../../base/words.ts'

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

export const pointsAreOff: Words = {
  zh: '团队还没有用积分。经理可以这样打开：/设置 积分 开',
  en: 'The team does not use points yet. A manager switches them on with /settings points on',
}

export const MOST_POINTS = 1000

export const giveUnclear: Words = {
  zh: `这样给分：/积分 @张三 +10 帮新人带单。要写原因，一次最多 ${MOST_POINTS} 分；扣分写 -10`,
  en: `Give points like this: /points @Sam +10 coached the new colleague. A reason is needed, ${MOST_POINTS} at most at a time; take with -10`,
}

export const reasonNeeded: Words = {
  zh: '给分要写原因，例如 /积分 @张三 +10 帮新人带单',
  en: 'Points need a reason, such as /points @Sam +10 coached the new colleague',
}

export function tooManyPoints(said: string): Words {
  return {
    zh: `${cut(said)} 不行：一次是 1 到 ${MOST_POINTS} 的整数`,
    en: `${cut(said)} will not do: a whole number from 1 to ${MOST_POINTS} at a time`,
  }
}

export function notEnough(name: string, balance: number): Words {
  return { zh: `${name}只有 ${balance} 分，不能扣成负数`, en: `${name} has ${balance} points; they cannot go below 0` }
}

export function cannotAfford(name: string, cost: number, balance: number): Words {
  return {
    zh: `${name}要 ${cost} 分，你有 ${balance} 分，还差 ${cost - balance} 分`,
    en: `${name} takes ${cost} points; you have ${balance}, ${cost - balance} short`,
  }
}

export function soldOut(name: string): Words {
  return { zh: `${name}已经换完了，请经理补货或换别的`, en: `${name} is gone; ask a manager for more, or take another` }
}

export function noSuchReward(said: string, names: readonly string[]): Words {
  const zh = names.length === 0 ? '现在没有奖品' : `有：${names.join('、')}`
  const en = names.length === 0 ? 'There are none now' : `There are: ${names.join(', ')}`
  return { zh: `没有叫“${cut(said)}”的奖品。${zh}`, en: `There is no reward called "${cut(said)}". ${en}` }
}

export const addRewardUnclear: Words = {
  zh: '这样加奖品：/奖品 添加 咖啡券 30 库存=5。价格是 1 到 100000 的整数，库存 0 到 10000，不写就不限',
  en: 'Add one like this: /rewards add coffee 30 stock=5. The price is a whole number from 1 to 100000, the stock from 0 to 10000 or left out',
}

export function rewardNameTaken(name: string): Words {
  return {
    zh: `已经有“${cut(name)}”了。要改价格或库存，先 /奖品 删除 ${cut(name)}，再添加`,
    en: `There is "${cut(name)}" already. To change it, first /rewards remove ${cut(name)}, then add it anew`,
  }
}

export function redeemUnclear(said: string): Words {
  return {
    zh: `没看懂“${cut(said)}”。写 /兑换 咖啡券；经理写 /兑换 同意 3 或 /兑换 婉拒 3`,
    en: `I did not understand "${cut(said)}". Type /redeem coffee; managers type /redeem approve 3 or /redeem decline 3`,
  }
}

export function noSuchRedemption(said: string): Words {
  return { zh: `没有 ${cut(said)} 号兑换`, en: `There is no redemption ${cut(said)}` }
}

export function alreadyDecided(number: number, state: 'approved' | 'declined'): Words {
  const done = { approved: { zh: '同意', en: 'approved' }, declined: { zh: '婉拒', en: 'declined' } }[state]
  return {
    zh: `${number} 号兑换已经${done.zh}了，没有再改`,
    en: `Redemption ${number} was ${done.en} already; nothing has changed`,
  }
}

export const notOneself: Words = {
  zh: '自己的兑换请另一位经理来定',
  en: 'Your own redemption is for another manager to decide',
}

export const poolUnclear: Words = {
  zh: '这样建奖池：/奖池 新建 团建 签单额 300万 2026-Q4 奖励=海底捞；或 /奖池 新建 填表',
  en: 'Make a pool like this: /pool new Outing revenue 3m 2026-Q4 unlocks=hotpot; or /pool new for a form',
}

export function poolNameTaken(name: string): Words {
  return {
    zh: `已经有叫“${cut(name)}”的奖池，请换个名字`,
    en: `There is a pool called "${cut(name)}" already; choose another name`,
  }
}

export function reachedAlready(value: string): Words {
  return {
    zh: `现在已经有 ${value} 了，目标要更高一些`,
    en: `It stands at ${value} already; the target must be higher`,
  }
}

export function noSuchPool(said: string, names: readonly string[]): Words {
  const zh = names.length === 0 ? '现在没有奖池' : `有：${names.join('、')}`
  const en = names.length === 0 ? 'There are none now' : `There are: ${names.join(', ')}`
  return { zh: `没有叫“${cut(said)}”的奖池。${zh}`, en: `There is no pool called "${cut(said)}". ${en}` }
}
