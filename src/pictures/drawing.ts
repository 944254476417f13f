import { z } from 'zod'

/*
 * WHAT is drawn, as data that is kept and compared: words as they are to be read (values already formatted, in the reader's
 * language) and numbers for lengths only. How it looks is the business of the files beside this one.
 */

const listOf = <One extends z.ZodType>(one: One) => z.array(one).readonly()

/** `face` is one emoji; without it the name's initials stand in the circle. */
const person = { name: z.string(), face: z.string().optional() }

/** `words` as all boards write them: ▲2, ▼1, –, 新. */
const movement = z.object({ kind: z.enum(['up', 'down', 'same', 'new']), words: z.string() })

/** A figure above a chart: 合计 120. */
const figure = z.object({ label: z.string(), words: z.string() })

const board = z.object({
  kind: z.literal('board'),
  title: z.string(),
  /** Below the title: the period, whose team. */
  subtitle: z.string().optional(),
  /** Best first. Equals have the same rank. The caller gives those whom all may see; very many are cut. */
  rows: listOf(
    z.object({
      rank: z.int(),
      ...person,
      value: z.string(),
      /** Of the bar, against the longest of the board; none is drawn at 0 or below. */
      length: z.number(),
      movement: movement.optional(),
      /** Small, below the name: 目标 120%. */
      note: z.string().optional(),
    }),
  ),
  /** Shown instead of the rows when there are none. */
  empty: z.string().optional(),
  foot: z.string().optional(),
})

/** A deal that was won. */
const bell = z.object({
  kind: z.literal('bell'),
  /** 喜报 */
  title: z.string(),
  ...person,
  /** Below the name: 签下, closed. */
  verb: z.string(),
  customer: z.string(),
  amount: z.string().optional(),
  /** What else is good about it, a line each: 本月第 3 单, 首单. */
  lines: listOf(z.string()).optional(),
  foot: z.string().optional(),
})

const certificate = z.object({
  kind: z.literal('certificate'),
  /** 荣誉证书 */
  title: z.string(),
  ...person,
  /** 2026 年 10 月销售冠军 */
  award: z.string(),
  /** One sentence: what for. */
  reason: z.string().optional(),
  /** Who gives it: the team. */
  from: z.string(),
  date: z.string(),
  /** How anybody may check it: /trace champion 2026-10. */
  proof: z.string().optional(),
})

/** What stands around a chart's numbers at its axis: ¥ before, % after. Numbers are in the unit that is shown. */
const axis = z.object({ lang: z.enum(['zh', 'en']), before: z.string().optional(), after: z.string().optional() })

/** A member's month: one point for each workday; null is a day without a value, such as one still to come. */
const month = z.object({
  kind: z.literal('month'),
  title: z.string(),
  subtitle: z.string().optional(),
  ...person,
  figures: listOf(figure).optional(),
  /** `bars` for the value of each day, `line` for what had come together by each. */
  drawn: z.enum(['bars', 'line']),
  days: listOf(z.object({ label: z.string(), value: z.number().nullable() })),
  /** A line of what was wanted, as many values as days. */
  target: z.object({ label: z.string(), values: listOf(z.number().nullable()) }).optional(),
  axis,
  foot: z.string().optional(),
})

/** A team's plan against what was done, of one metric, over days, weeks, months or members. */
const planActual = z.object({
  kind: z.literal('plan-actual'),
  title: z.string(),
  subtitle: z.string().optional(),
  figures: listOf(figure).optional(),
  /** 计划, 实际 */
  names: z.object({ plan: z.string(), actual: z.string() }),
  drawn: z.enum(['bars', 'lines']),
  points: listOf(z.object({ label: z.string(), plan: z.number().nullable(), actual: z.number().nullable() })),
  axis,
  foot: z.string().optional(),
})

/** How far a team's pool, or anything with a goal, has come. */
const progress = z.object({
  kind: z.literal('progress'),
  title: z.string(),
  subtitle: z.string().optional(),
  /** Of the goal: 1 is reached, more is more. */
  done: z.number(),
  /** 64% */
  percent: z.string(),
  /** ¥320万 / ¥500万 */
  words: z.string(),
  /** What it unlocks: 全队海底捞. */
  prize: z.string().optional(),
  /** Marks on the way, `at` in parts of the goal. */
  stages: listOf(z.object({ at: z.number(), words: z.string() })).optional(),
  foot: z.string().optional(),
})

/** Several metrics at a glance, each with a bar against its plan where it has one. */
const stats = z.object({
  kind: z.literal('stats'),
  title: z.string(),
  subtitle: z.string().optional(),
  rows: listOf(
    z.object({
      label: z.string(),
      value: z.string(),
      /** In parts of the plan: 1 is reached. */
      done: z.number().optional(),
      /** 目标 40 · 75% */
      note: z.string().optional(),
    }),
  ),
  foot: z.string().optional(),
})

/** Kind words to colleagues: thanks, or good wishes. */
const cheer = z.object({
  kind: z.literal('cheer'),
  /** 👏 表扬 */
  title: z.string(),
  /** Very many are cut. */
  people: listOf(
    z.object({
      ...person,
      /** Small, below the name: 满 3 年. */
      note: z.string().optional(),
    }),
  ),
  /** What is said to them. */
  words: z.string().optional(),
  /** #协作 */
  tags: listOf(z.string()).optional(),
  foot: z.string().optional(),
})

export const drawingSchema = z.discriminatedUnion('kind', [
  board,
  bell,
  certificate,
  month,
  planActual,
  progress,
  stats,
  cheer,
])

export type Drawing = z.infer<typeof drawingSchema>
export type DrawingOf<Kind extends Drawing['kind']> = Extract<Drawing, { kind: Kind }>
