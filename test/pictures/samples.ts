import type { Drawing, DrawingOf } from '../../src/pictures/drawing.ts'

type Board = DrawingOf<'board'>
type Row = Board['rows'][number]

const up = (by: number) => ({ kind: 'up', words: `▲${by}` }) as const
const down = (by: number) => ({ kind: 'down', words: `▼${by}` }) as const
const same = { kind: 'same', words: '–' } as const

const weekRows: readonly Row[] = [
  { rank: 1, name: '张三', value: '¥28.6万', length: 286_000, movement: up(2) },
  { rank: 2, name: '龑䶮', value: '¥21万', length: 210_000, movement: same, note: '目标 105%' },
  { rank: 3, name: '𠮷野家康', value: '¥18.4万', length: 184_000, movement: down(2) },
  { rank: 4, name: '王芳 🐉', value: '¥12.2万', length: 122_000, movement: { kind: 'new', words: '新' } },
  { rank: 4, name: '欧阳娜娜', value: '¥12.2万', length: 122_000, movement: up(1) },
  { rank: 6, name: 'Christopher Montgomery-Fitzgerald', value: '¥9.8万', length: 98_000, movement: down(3) },
  { rank: 7, name: '🚀 李雷', value: '¥3,500', length: 3_500, movement: same },
]

const week: Board = {
  kind: 'board',
  title: '签单额榜 · 本周',
  subtitle: '华东一部 · 11 月 23 日 – 11 月 29 日',
  rows: [...weekRows],
  foot: '口径：签单额合计，截至 11 月 27 日 17:00；变化为与上一期名次相比；12 人有实绩，列出前 7 名',
}

const many: Board = {
  kind: 'board',
  title: 'Calls board · November 2026',
  subtitle: 'Field sales, Asia',
  rows: Array.from({ length: 200 }, (_, at) => ({
    rank: at + 1,
    name: at % 3 === 0 ? `Sales Person ${at + 1}` : at % 3 === 1 ? `王小明${at + 1}` : `Ünø Østergård ${at + 1}`,
    value: String(400 - 2 * at),
    length: 400 - 2 * at,
  })),
  foot: 'Basis: total of calls up to 30 November',
}

const tied: Board = {
  ...week,
  title: '电话榜 · 今天',
  subtitle: '并列都算',
  rows: ['李雷', '韩梅', '张三', '欧阳震华', '𬎆𠮷龑䶮'].map((name, at) => ({
    ...{ rank: at < 4 ? 1 : 5, name, value: at < 4 ? '25' : '18', length: at < 4 ? 25 : 18 },
    note: at < 4 ? '目标 125%' : '目标 90%',
  })),
}

const longName = 'Wolfeschlegelsteinhausenberger Maximilian'

const month: DrawingOf<'month'> = {
  kind: 'month',
  title: '我的 11 月 · 签单额',
  subtitle: '2026-11-01 – 2026-11-30',
  name: '欧阳娜娜',
  figures: [
    { label: '合计', words: '¥38.2万' },
    { label: '目标', words: '¥50万' },
    { label: '完成', words: '76%' },
  ],
  drawn: 'line',
  days: Array.from({ length: 21 }, (_, at) => ({
    label: String(at + 2),
    value: at > 15 ? null : Math.round(382_000 * ((at + 1) / 16) ** 1.4),
  })),
  target: { label: '目标', values: Array.from({ length: 21 }, (_, at) => Math.round((500_000 * (at + 1)) / 21)) },
  axis: { lang: 'zh', before: '¥' },
  foot: '截至 11 月 23 日 18:00 · 还需每个工作日 ¥2.4万',
}

/** Each says what a reader should look at. */
export const samples: Readonly<Record<string, Drawing>> = {
  'board-week': week,
  'board-one': {
    ...week,
    title: '电话榜 · 第一周',
    subtitle: '刚刚开始',
    rows: [{ rank: 1, name: '😀 小明', face: '🦊', value: '12', length: 12 }],
  },
  'board-two': { ...week, title: 'Revenue board · this week', subtitle: 'Team North', rows: weekRows.slice(0, 2) },
  'board-tied': tied,
  'board-200': many,
  'board-empty': { ...week, rows: [], empty: '这段时间还没有签单额的实绩', foot: '口径：签单额合计' },
  bell: {
    kind: 'bell',
    title: '喜报',
    name: '张三',
    verb: '成功签下',
    customer: '华为技术有限公司',
    amount: '¥12万',
    lines: ['本月第 3 单', '个人最佳 🎉'],
    foot: '华东一部 · 2026-11-23 15:20',
  },
  'bell-en': {
    kind: 'bell',
    title: 'Deal won',
    name: longName,
    face: '🦁',
    verb: 'closed',
    customer: 'The Very Long Customer Company of Northern and Southern Europe (Holding) Ltd.',
    amount: '$1,234,567.89',
    foot: 'Team North · 23 November 2026',
  },
  certificate: {
    kind: 'certificate',
    title: '荣誉证书',
    name: '龑䶮𠮷',
    award: '2026 年 10 月销售冠军',
    reason: '签单额 ¥86.5万，完成个人目标 173%，全队第一。感谢你带着大家往前跑。',
    from: '华东一部',
    date: '2026 年 11 月 1 日',
    proof: '查证：/追溯 冠军 2026-10',
  },
  'certificate-en': {
    kind: 'certificate',
    title: 'Certificate of Achievement',
    name: longName,
    award: 'Sales Champion of the Third Quarter 2026',
    from: 'Field Sales, Asia',
    date: '1 October 2026',
    proof: 'Check it: /trace champion 2026-Q3',
  },
  month,
  'month-bars': {
    ...month,
    title: 'Calls in November',
    name: 'Sam Lee',
    drawn: 'bars',
    figures: [
      { label: 'Total', words: '312' },
      { label: 'Target', words: '420' },
      { label: 'Done', words: '74%' },
    ],
    days: month.days.map(({ label, value }, at) => ({ label, value: value === null ? null : 12 + ((at * 7) % 13) })),
    target: { label: 'Target a day', values: month.days.map(() => 20) },
    axis: { lang: 'en' },
    foot: 'Up to 23 November 18:00',
  },
  'plan-actual': {
    kind: 'plan-actual',
    title: '计划与实际 · 第四季度',
    subtitle: '华东一部 · 签单额',
    figures: [
      { label: '计划', words: '¥420万' },
      { label: '实际', words: '¥386.4万' },
      { label: '完成', words: '92%' },
      { label: '差额', words: '¥33.6万' },
    ],
    names: { plan: '计划', actual: '实际' },
    drawn: 'bars',
    points: [
      ['10 月上', 60, 72],
      ['10 月中', 65, 58],
      ['10 月下', 75, 91],
      ['11 月上', 68, 66],
      ['11 月中', 72, 99.4],
      ['11 月下', 80, null],
    ].map(([label, plan, actual]) => ({
      label: String(label),
      plan: Number(plan) * 10_000,
      actual: actual === null ? null : Number(actual) * 10_000,
    })),
    axis: { lang: 'zh', before: '¥' },
  },
  'plan-actual-lines': {
    kind: 'plan-actual',
    title: 'Plan against actual',
    subtitle: 'Team North · visits in November, together by each day',
    names: { plan: 'Plan', actual: 'Actual' },
    drawn: 'lines',
    points: Array.from({ length: 21 }, (_, at) => ({
      label: String(at + 2),
      plan: 10 * (at + 1),
      actual: at > 13 ? null : 9 * (at + 1) + ((at * 5) % 7),
    })),
    axis: { lang: 'en' },
    foot: 'Up to 20 November',
  },
  progress: {
    kind: 'progress',
    title: '全队奖池 · 双十一冲刺',
    subtitle: '11 月 1 日 – 11 月 30 日 · 还剩 4 个工作日',
    done: 0.64,
    percent: '64%',
    words: '¥320万 / ¥500万',
    prize: '达成后：全队海底捞 + 周五提前下班',
    stages: [
      { at: 0.3, words: '30% · 奶茶一轮' },
      { at: 0.6, words: '60% · 电影之夜' },
      { at: 1, words: '100% · 海底捞' },
    ],
    foot: '截至 11 月 23 日 18:00',
  },
  'progress-reached': {
    ...{ kind: 'progress', title: 'Team pool: autumn', done: 1.12, percent: '112%', words: '$560K / $500K' },
    prize: 'Reached! Dinner for the whole team',
  },
  stats: {
    kind: 'stats',
    title: '本周小结',
    subtitle: '华东一部 · 11 月 23 日 – 11 月 27 日',
    rows: [
      { label: '签单额', value: '¥86.5万', done: 0.92, note: '目标 ¥94万 · 92%' },
      { label: '电话', value: '1,204', done: 1.2, note: '目标 1,000 · 120%' },
      { label: '拜访', value: '87', done: 0.4, note: '目标 218 · 40%' },
      { label: '转化率', value: '12.5%', note: '上周 11.8%' },
      { label: '新客户', value: '9' },
    ],
    foot: '截至 11 月 27 日 17:00',
  },
  'cheer-kudos': {
    kind: 'cheer',
    title: '👏 表扬',
    people: [{ name: '张三' }],
    words: '客户临时改时间，张三二话不说及时补位，把演示顶了下来',
    tags: ['#协作', '#客户第一'],
    foot: '来自 李伟',
  },
  'cheer-several': {
    kind: 'cheer',
    title: '👏 Kudos',
    people: [{ name: 'Ann O’Neill' }, { name: '龑䶮' }, { name: 'Christopher Montgomery-Fitzgerald' }],
    words: 'Stayed late and found the one wrong line in the quote',
    foot: 'From 🚀 Bo',
  },
  'cheer-birthdays': {
    kind: 'cheer',
    title: '🎂 生日快乐 · 🎉 入职周年',
    people: [
      { name: '𠮷野家康', note: '今天' },
      { name: '欧阳娜娜', note: '满 3 年 · 11 月 22 日' },
      { name: '王芳 🐉', note: '今天' },
      { name: '李雷', note: '满 10 年 · 今天' },
    ],
    words: '送上一句祝福吧！',
  },
}
