import type { Formula } from './formula.ts'

/** As people write it, with no more brackets than it needs: read again it is the same. */
export function writeFormula(formula: Formula, nameOf: (key: string) => string): string {
  switch (formula.op) {
    case 'number':
      return numeral(formula.value)
    case 'metric':
      return nameOf(formula.key)
    case 'minus':
      return `-${bracketed(formula.of, strengthOf(formula.of) < unary, nameOf)}`
    default: {
      const own = strengthOf(formula)
      const left = bracketed(formula.left, strengthOf(formula.left) < own, nameOf)
      const right = bracketed(formula.right, strengthOf(formula.right) <= own, nameOf)
      return `${left} ${formula.op} ${right}`
    }
  }
}

const unary = 3

/** How closely it holds together. */
function strengthOf({ op }: Formula): number {
  if (op === '+' || op === '-') return 1
  if (op === '*' || op === '/') return 2
  return op === 'minus' ? unary : 4
}

function bracketed(formula: Formula, isNeeded: boolean, nameOf: (key: string) => string): string {
  const written = writeFormula(formula, nameOf)
  return isNeeded ? `(${written})` : written
}

/** Never by powers of ten, which formulas cannot be read with. */
function numeral(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}
