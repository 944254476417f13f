import type { ListedWord } from './listed-word.ts'

/**
 * A beginning, not the law: usual superlatives of article 9 of the Chinese advertising law (国家级, 最高级, 最佳 and their like),
 * and promises that articles 16 and 25 forbid. A team adds what its own trade must not say.
 */
export const readyWords: readonly ListedWord[] = [
  ...listed('国家级', '最高级', '世界级', '顶级').map(word => ({ ...word, suggestion: '说出获得的资质或奖项' })),
  ...listed('最佳', '最优', '最先进', '最便宜', '最低价', '史上最低', '全网最低').map(word => ({
    ...word,
    suggestion: '说出和什么比、比多少',
  })),
  ...listed('全国第一', '行业第一', '销量第一', '排名第一', '独一无二', '绝无仅有', '史无前例').map(word => ({
    ...word,
    suggestion: '说出数据和来源',
  })),
  ...listed('百分之百有效', '100%有效', '包治百病', '根治', '药到病除', '永不复发').map(word => ({
    ...word,
    suggestion: '不要承诺效果',
  })),
  ...listed('稳赚不赔', '保本保息', '零风险', '无风险收益', '保证收益', '只赚不亏').map(word => ({
    ...word,
    suggestion: '说明风险，不要承诺收益',
  })),
  ...listed('guaranteed returns', 'risk-free', '100% effective').map(word => ({
    ...word,
    suggestion: 'promise no outcome',
  })),
  ...['最佳实践', 'best practice'].map(word => ({ word, kind: 'allow' as const })),
]

function listed(...words: readonly string[]): readonly ListedWord[] {
  return words.map(word => ({ word, kind: 'hint' }))
}
