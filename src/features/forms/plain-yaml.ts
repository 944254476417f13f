import { type Document, isAlias, isCollection, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Words } from '../../base/words.ts'

/** A fault of a text that somebody gave us. `line` counts from 1; null when it is about the whole. */
export interface LineFault {
  readonly line: number | null
  readonly words: Words
}

/** A text that was read, and where its parts stand in it. */
export interface PlainYaml {
  readonly value: unknown
  /** The line of the part that a path leads to, or of the nearest part around it that is there. */
  lineOf(path: readonly PropertyKey[]): number | null
}

const LONGEST = 20_000
const DEEPEST = 32

/**
 * Reads YAML 1.2 without its traps: no tags, no aliases, no keys but plain ones, no more than 20,000 characters, no deeper
 * than 32 levels. Whatever else is wrong comes back as a fault too.
 */
export function readPlainYaml(text: string): PlainYaml | { readonly faults: readonly LineFault[] } {
  if (text.length > LONGEST) {
    const words = { zh: `太长了，最多 ${LONGEST} 个字符`, en: `too long: at most ${LONGEST} characters` }
    return { faults: [{ line: null, words }] }
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter, prettyErrors: false, logLevel: 'silent' })
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line
  const problems = [...document.errors, ...document.warnings]
  // Beyond what the parser can follow every bracket is an error of its own; before that, whoever walks the document falls.
  if (problems.some(({ code }) => code === 'RESOURCE_EXHAUSTION') || isDeep(document)) {
    return { faults: [{ line: null, words: traps.depth }] }
  }
  const faults = problems.length > 0 ? problems.map(problem => syntaxFault(problem, lineAt)) : trapsIn(document, lineAt)
  if (faults.length > 0) return { faults }
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf: path => lineOf(document, path, lineAt) }
}

/** Chats show it best inside a code fence, so people paste it with one. */
export function unfence(text: string): string {
  return text.replace(/^\s*```[a-z]*[ \t]*\r?\n?/i, '').replace(/```\s*$/, '')
}

function syntaxFault(
  problem: { message: string; pos: [number, number] },
  lineAt: (offset: number) => number,
): LineFault {
  const { message, pos } = problem
  return { line: lineAt(pos[0]), words: { zh: `YAML 写法有误：${message}`, en: `this is not valid YAML: ${message}` } }
}

/** Level by level, since whatever calls itself for each level is what such a text brings down. */
function isDeep({ contents }: Document.Parsed): boolean {
  const top: unknown[] = [contents]
  let level = top.filter(isCollection)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    const parts: unknown[] = level.flatMap(({ items }) => items)
    level = parts.flatMap(part => (isPair(part) ? [part.key, part.value] : [part])).filter(isCollection)
  }
  return false
}

/** Keys that are themselves structures take the parser minutes to turn into text, so they must be found before that. */
function trapsIn(document: Document.Parsed, lineAt: (offset: number) => number): readonly LineFault[] {
  const faults: LineFault[] = []
  const refuse = (node: unknown, words: Words): void => {
    faults.push({ line: isNode(node) && node.range ? lineAt(node.range[0]) : null, words })
  }
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && key.value !== '__proto__' ? undefined : refuse(key, traps.key)),
    Node: (_, node) => {
      if (isAlias(node)) refuse(node, traps.alias)
      else if (node.tag !== undefined) refuse(node, traps.tag)
    },
  })
  return faults
}

const traps = {
  key: { zh: '键只能是普通文字', en: 'a key must be plain text' },
  alias: { zh: '不支持 YAML 引用（*）', en: 'YAML aliases (*) are not supported' },
  depth: {
    zh: `一层套一层太深了，最多 ${DEEPEST} 层`,
    en: `nested too deeply: at most ${DEEPEST} levels`,
  },
  tag: { zh: '不支持 YAML 标签（!）', en: 'YAML tags (!) are not supported' },
} as const satisfies Record<string, Words>

function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lineAt(node.range[0])
  }
  return null
}
