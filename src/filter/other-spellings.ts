const numerals = '一二三四五六七八九'
const spelledOtherwise = /[一二三四五六七八九1-9]|微信/
const alone = /(?<!\d)[1-9](?!\d)/g

/** How else everybody writes letters that spell a word: 第1 for 第一 and the other way round, 薇信 and v信 for 微信. */
export function otherSpellings(plain: string): readonly string[] {
  if (!spelledOtherwise.test(plain)) return []
  const spellings = [
    plain.replaceAll(/[一二三四五六七八九]/g, numeral => String(numerals.indexOf(numeral) + 1)),
    plain.replaceAll(alone, digit => numerals[Number(digit) - 1] ?? digit),
    ...['v信', '薇信', '徽信'].map(name => plain.replaceAll('微信', name)),
  ]
  return [...new Set(spellings)].filter(spelling => spelling !== plain)
}
