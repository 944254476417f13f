import type { Lang, Words } from '../../../base/words.ts'
import { actions, code, content, heading, list, quiet, type Spanlike, strong, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Redemption, Reward } from '../shop/store.ts'
import { pointsWords } from './points.ts'

interface Shop {
  readonly rewards: readonly Reward[]
  readonly balance: number
  /** Wishes that wait for a manager, for a manager's eyes. */
  readonly waiting: readonly Redemption[]
  readonly manages: boolean
}

/** Buttons beyond these would be a wall; the words work for all. */
const MOST_BUTTONS = 5

export function rewardsContent({ rewards, balance, waiting, manages }: Shop, lang: Lang): Content {
  const add = { zh: '/奖品 添加 咖啡券 30 库存=5', en: '/rewards add coffee 30 stock=5' }[lang]
  const inReach = rewards.filter(({ cost, stock }) => cost <= balance && stock !== 0).slice(0, MOST_BUTTONS)
  return content(
    lang,
    heading({ zh: '积分换奖品', en: 'Rewards' }[lang]),
    rewards.length === 0
      ? text({ zh: '还没有奖品。', en: 'There are none yet.' }[lang])
      : list(rewards.map(reward => rewardLine(reward, lang))),
    quiet({ zh: `你有 ${balance} 分`, en: `You have ${pointsWords(balance, 'en')}` }[lang]),
    list(waiting.map(({ number, name, cost }) => [waitingLine(number, name, cost, lang)])),
    manages ? quiet({ zh: '添加：', en: 'To add one: ' }[lang], code(add)) : null,
    actions(...inReach.map(reward => redeemButton(reward, lang))),
  )
}

function rewardLine({ name, cost, stock }: Reward, lang: Lang): readonly Spanlike[] {
  const left =
    stock === null
      ? ''
      : stock === 0
        ? { zh: '，已换完', en: ', gone' }[lang]
        : { zh: `，还有 ${stock} 份`, en: `, ${stock} left` }[lang]
  return [strong(name), ` · ${pointsWords(cost, lang)}${left}`]
}

function waitingLine(number: number, name: string, cost: number, lang: Lang): string {
  return {
    zh: `待定：${number} 号 ${name}（${cost} 分）。/兑换 同意 ${number} 或 /兑换 婉拒 ${number}`,
    en: `Waiting: ${number}, ${name} (${pointsWords(cost, 'en')}). /redeem approve ${number} or /redeem decline ${number}`,
  }[lang]
}

function redeemButton({ id, name }: Reward, lang: Lang): Button {
  const words = { zh: `/兑换 ${name}`, en: `/redeem ${name}` }[lang]
  return { id: 'rewards.redeem', label: { zh: `换${name}`, en: `Get ${name}` }[lang], words, value: id }
}

export function rewardAddedContent(reward: Reward, lang: Lang): Content {
  return content(lang, text({ zh: '已添加：', en: 'Added: ' }[lang], ...rewardLine(reward, lang)))
}

export function rewardRemovedContent({ name }: Reward, lang: Lang): Content {
  const line = {
    zh: `“${name}”下架了；已经申请的兑换不受影响。`,
    en: `"${name}" is off the list; what has been asked for stays as it is.`,
  }
  return content(lang, text(line[lang]))
}

interface Asked {
  readonly number: number
  readonly name: string
  readonly cost: number
  readonly left: number
}

export function askedContent({ number, name, cost, left }: Asked, lang: Lang): Content {
  const line = {
    zh: `已申请换“${name}”（${number} 号），先扣下 ${cost} 分，还有 ${left} 分。经理同意后告诉你；没同意会退回。`,
    en: `You asked for "${name}" (number ${number}). ${pointsWords(cost, 'en')} are put aside, ${left} left. You hear when a manager decides; if declined you get them back.`,
  }
  return content(lang, text(line[lang]))
}

export function askContent({ number, name, cost, who }: Asked & { readonly who: string }, lang: Lang): Content {
  const line = {
    zh: `${who} 想用 ${cost} 分换“${name}”（${number} 号）。`,
    en: `${who} would like "${name}" for ${pointsWords(cost, 'en')} (number ${number}).`,
  }
  const value = String(number)
  return content(
    lang,
    text(line[lang]),
    actions(
      {
        ...{ id: 'rewards.approve', label: { zh: '同意', en: 'Approve' }[lang], style: 'primary', value },
        words: { zh: `/兑换 同意 ${number}`, en: `/redeem approve ${number}` }[lang],
      },
      {
        ...{ id: 'rewards.decline', label: { zh: '婉拒', en: 'Decline' }[lang], value },
        words: { zh: `/兑换 婉拒 ${number} 原因`, en: `/redeem decline ${number} reason` }[lang],
      },
    ),
  )
}

type Decided = Pick<Redemption, 'number' | 'name' | 'cost'> & { readonly state: 'approved' | 'declined' }

export function decidedContent({ number, name, cost, state }: Decided, lang: Lang): Content {
  const line = {
    approved: {
      zh: `已同意 ${number} 号“${name}”，会告诉本人。`,
      en: `Approved: number ${number}, "${name}". They are told.`,
    },
    declined: {
      zh: `已婉拒 ${number} 号“${name}”，${cost} 分退回，会告诉本人。`,
      en: `Declined: number ${number}, "${name}". The ${pointsWords(cost, 'en')} are back; they are told.`,
    },
  }[state]
  return content(lang, text(line[lang]))
}

export function toldContent(
  { name, cost, state, note, by }: Decided & { note: string; by: string },
  lang: Lang,
): Content {
  const said = note === '' ? '' : { zh: `（${by}：${note}）`, en: ` (${by}: ${note})` }[lang]
  const line = {
    approved: {
      zh: `你换的“${name}”，${by} 同意了。请找 ${by} 领取。`,
      en: `${by} approved your "${name}". Ask them for it.`,
    },
    declined: {
      zh: `这次没能换“${name}”，${cost} 分已经退回给你。`,
      en: `"${name}" did not work out this time; your ${pointsWords(cost, 'en')} are back.`,
    },
  }[state]
  return content(lang, text(line[lang], said))
}

export function forReward(name: string, lang: Lang): string {
  return { zh: `换“${name}”`, en: `for "${name}"` }[lang]
}

export function givenBack(name: string, lang: Lang): string {
  return { zh: `“${name}”没换成，退回`, en: `"${name}" declined, given back` }[lang]
}

export const whyAsked: Words = {
  zh: '有成员想用积分换奖品，要经理同意',
  en: 'A member would like a reward for points, which takes a manager',
}

export const whyDecided: Words = {
  zh: '你申请的兑换有结果了',
  en: 'What you asked for with your points was decided',
}
