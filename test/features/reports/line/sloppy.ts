import fc from 'fast-check'

const PIECES =
  '拜访 电话 签单 签单额 visits calls 演示 华为 卡点 备注 明日计划 问题 : ： / ， , ; 、 \n - 3 20 8万 一 两 半 百 亿 k w % ¥ 元 个 通 单 家 约 多 了 和 今天 没 ( ) 1. 💪 \ud83d \u200b İ'
    .split(' ')
    .concat(' ')

/** Lines as a hurried hand might type them: names, numbers and signs in any order. */
export const sloppy = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''))
