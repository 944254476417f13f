import { longestFirst } from './normalise.ts'

// The small words of a typed line, all folded (lower case, half width).

/** Counting words between a number and what it counts: 3个拜访, 20通电话. */
export const MEASURES: ReadonlySet<string> = new Set('个個通单單次家笔筆封位条條份场場')

/** What may follow a measure word without adding anything: 拜访3家客户. */
export const FILLERS = longestFirst(['客户', '客戶', '公司', '企业'])

export const CURRENCY_BEFORE = longestFirst(['¥', '$', '€', '£', '¤', 'rmb', 'cny', 'usd'])
export const CURRENCY_AFTER = longestFirst(
  ['元', '块', '块钱', '圆', '人民币', '美元', '美金', 'rmb', 'cny', 'usd', 'yuan', 'dollars'].concat(
    '¥',
    '$',
    '€',
    '£',
  ),
)

/** Said before a number that is not meant exactly. */
export const ABOUT = longestFirst([
  ...['~', '≈', '约', '大约', '大概', '差不多', '近', '将近', '超', '超过', '不到', '至少', '最多'],
  ...['about', 'approx', 'around', 'over', 'almost', 'nearly'],
])

/** May stand between a metric's name and its number: 拜访了3家, calls: 20. */
export const LINKS = longestFirst([':', '=', '了', '过', '是', '为', '共', '→', '—', '——', '–', '-'])

/** May stand between a count and its amount: 签单1/8万, 签单1单共8万. */
export const AMOUNT_LINKS: ReadonlySet<string> = new Set(
  ['/', '(', ',', '、', ':', '@', '共', '合计', '总额', '金额'].concat('for', 'worth', 'at'),
)
/** The same behind a name: 1 deal worth 80k. */
export const AMOUNT_LINKS_OF_NAME: ReadonlySet<string> = new Set(['/', '(', '@', '共', '合计', 'for', 'worth', 'at'])

/** Joins two numbers with names, and says nothing else: 拜访3和电话20. */
export const CONJUNCTIONS = longestFirst(['和', '与', '及', '以及', '加', '还有', 'and', '&', '+'])

/** Words before a number that leave it what it is: 今天拜访3, made 20 calls. */
const PLAIN_BEFORE = longestFirst([
  ...[
    '今天',
    '今日',
    '上午',
    '下午',
    '早上',
    '晚上',
    '本日',
    '共',
    '总共',
    '一共',
    '合计',
    '总',
    '完成',
    '已完成',
    '已',
    '实际',
  ],
  ...[
    '计划',
    '预计',
    '目标',
    '打',
    '打了',
    '做了',
    '新',
    '新增',
    '又',
    '了',
    '和',
    '与',
    '及',
    '以及',
    '还有',
    '其中',
    '工作',
    '汇报',
  ],
  ...[
    'made',
    'did',
    'had',
    'total',
    'and',
    'also',
    'plus',
    'today',
    'done',
    'completed',
    'got',
    'with',
    'i',
    'we',
    'plan',
  ],
])

/** Days that are not this line's. */
const OTHER_DAYS = ['明天', '明日', '后天', '下周', '下月', '昨天', '昨日', '上周'].concat([
  'tomorrow',
  'yesterday',
  'next',
  'last',
])
const NEGATIONS = ['取消', '未', '没', '没有', '不', 'missed', 'cancelled', 'canceled', 'no', 'not']

const ALPHABETIC = /^[a-z]/
const LONGEST_PLAIN = 12
const PLAIN_WORDS: ReadonlySet<string> = new Set(PLAIN_BEFORE)
const PLAIN_HAN = PLAIN_BEFORE.filter(word => !ALPHABETIC.test(word))

/** Whether a word says that what follows is of another day: 明天, 明天上午. */
export const isOtherDay = (word: string): boolean =>
  OTHER_DAYS.some(day => (ALPHABETIC.test(day) ? word === day : word.startsWith(day)))

/** Whether a word says that what follows did not happen. Grown together with it, any 没 or 未 inside will do. */
export const negates = (word: string, glued: boolean): boolean =>
  NEGATIONS.includes(word) || (glued && NEGATIONS.some(no => !ALPHABETIC.test(no) && word.includes(no)))

export const isPlainBefore = (word: string): boolean =>
  (word.length <= LONGEST_PLAIN && PLAIN_WORDS.has(word)) || PLAIN_HAN.some(plain => word.endsWith(plain))

/** Whether a stretch is made of nothing but words that add nothing: 今日完成, "today and". */
export function addsNothing(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const plain = text.charAt(at) === ' ' ? ' ' : PLAIN_BEFORE.find(word => text.startsWith(word, at))
    if (plain === undefined) return false
    const next = at + plain.length
    if (ALPHABETIC.test(plain) && ALPHABETIC.test(text.charAt(next))) return false
    at = next
  }
  return true
}

/** Answers that mean "no blocker". */
export const NOTHING: ReadonlySet<string> = new Set(
  ['无', '没有', '暂无', '没', '无卡点', '无阻碍', '无问题'].concat('none', 'no', 'nil', 'n/a', 'na', 'nothing'),
)

/** After 个 and the like these make a stretch of time, not a count: 拜访3个小时. */
export const DURATIONS = longestFirst(['月', '小时', '钟头', '星期', '礼拜', '季度', '工作日', '半月', '半小时'])
