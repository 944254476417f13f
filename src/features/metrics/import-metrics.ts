import { type CsvRecord, parseCsv } from '../../base/csv.ts'
import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import type { MemberContext } from '../../context.ts'
import { csvFaults } from '../team/words/import.ts'
import { addAliases } from './add-aliases.ts'
import { addMetric } from './add-metric.ts'
import { findMetric, fold, type Metric } from './metric.ts'
import { howToImport, importFaults, keyIsArchived, unknownColumn } from './refusals.ts'
import { setMetric } from './set-metric.ts'
import { lockCatalogue, readMetrics } from './store/catalogue.ts'
import { metricsImported } from './words.ts'

interface Fault {
  readonly line: number
  readonly words: Words
}

/**
 * Brings metrics in from a pasted table, a line each under a header: those that the team lacks are added, those that it has
 * are set to what the line says. All lines or, with any fault, none.
 */
export async function importMetrics(ctx: MemberContext, pasted: string): Promise<void> {
  const { rows, faults } = readTable(pasted)
  await lockCatalogue(ctx.tx, ctx.team.id)
  const [added, changed]: [Metric[], Metric[]] = [[], []]
  // Each verb tells of its own metric; here all are told of at once.
  const silent: MemberContext = { ...ctx, say() {} }
  for (const row of rows) {
    try {
      const { metric, isNew } = await bringInRow(silent, row)
      if (isNew) added.push(metric)
      else changed.push(metric)
    } catch (error) {
      // They all check before they write, and what was written goes when the faults are told.
      if (!(error instanceof UserError)) throw error
      faults.push({ line: row.line, words: error.words })
    }
  }
  if (faults.length > 0) throw new UserError('metric-import', importFaults(faults.sort((a, b) => a.line - b.line)))
  const content = metricsImported(added, changed, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'metrics.imported' })
}

async function bringInRow(ctx: MemberContext, { names, options }: Row): Promise<{ metric: Metric; isNew: boolean }> {
  const all = await readMetrics(ctx.tx, ctx.team.id, 'all')
  const active = await readMetrics(ctx.tx, ctx.team.id, 'active')
  const [name = ''] = names
  const known = findMetric(active, name)
  if (known) return { metric: await bringUpToDate(ctx, known, options), isNew: false }
  const archived = findMetric(all, name)
  if (archived) throw new UserError('metric-archived', keyIsArchived(archived))
  return { metric: await addMetric(ctx, [...names, ...options]), isNew: true }
}

async function bringUpToDate(ctx: MemberContext, known: Metric, options: readonly string[]): Promise<Metric> {
  const aliases = options.filter(option => option.startsWith('alias='))
  const facts = options.filter(option => !option.startsWith('alias='))
  const named = aliases.flatMap(option => option.slice('alias='.length).split(/[,、;|/]/))
  if (named.length > 0) await addAliases(ctx, known.key, named)
  return facts.length === 0 ? known : setMetric(ctx, known.key, facts)
}

interface Row {
  readonly line: number
  readonly names: readonly string[]
  /** As `/metric add` takes them: `unit=count`; a formula last. */
  readonly options: readonly string[]
}

function readTable(pasted: string): { readonly rows: readonly Row[]; readonly faults: Fault[] } {
  const csv = parseCsv(pasted.trim().replaceAll(/[，\t]/g, ','))
  if (!csv.ok) return { rows: [], faults: [{ line: csv.line, words: csvFaults[csv.fault] }] }
  const [header, ...records] = csv.records
  if (!header || records.length === 0) throw new UserError('metric-import', howToImport)
  const unknown = header.cells.filter(cell => !columns.has(fold(cell)))
  if (unknown.length > 0)
    return { rows: [], faults: unknown.map(cell => ({ line: header.line, words: unknownColumn(cell.trim()) })) }
  return { rows: records.map(record => rowOf(record, header.cells)), faults: [] }
}

function rowOf({ line, cells }: CsvRecord, header: readonly string[]): Row {
  const filled = header.map((cell, at) => ({ column: columns.get(fold(cell)) ?? '', text: cells[at]?.trim() ?? '' }))
  const given = filled.filter(({ text }) => text !== '')
  const options = given.filter(({ column }) => column !== 'name' && column !== 'formula')
  const formula = given.find(({ column }) => column === 'formula')
  return {
    line,
    names: given.filter(({ column }) => column === 'name').map(({ text }) => text.normalize('NFKC')),
    options: [...options, ...(formula ? [formula] : [])].map(({ column, text }) => `${column}=${text}`),
  }
}

/** By the name of its option; the names come first. */
const columns: ReadonlyMap<string, string> = new Map([
  ...['name', '名称', '指标', 'zh', '中文', 'en', '英文', '英文名'].map(word => [word, 'name'] as const),
  ...['alias', 'aliases', '别名'].map(word => [word, 'alias'] as const),
  ...['unit', '单位'].map(word => [word, 'unit'] as const),
  ...['kind', '类型'].map(word => [word, 'kind'] as const),
  ...['amount', '金额'].map(word => [word, 'amount'] as const),
  ...['decimals', '小数', '小数位'].map(word => [word, 'decimals'] as const),
  ...['currency', '币种'].map(word => [word, 'currency'] as const),
  ...['direction', '方向'].map(word => [word, 'direction'] as const),
  ...['aggregation', '汇总'].map(word => [word, 'aggregation'] as const),
  ...['by', '填报', '填报人'].map(word => [word, 'by'] as const),
  ...['formula', '公式'].map(word => [word, 'formula'] as const),
])
