import { type CommandFault, commandFault } from './slash-name.ts'

/** Slack takes fifty slash commands of one app, and one of them takes all the words that have none. */
const MOST_OWN = 49

interface Named {
  readonly name: string
  readonly everyday?: boolean
}

/** A command without a slash of its own, and why. */
export interface LeftOut {
  readonly name: string
  readonly why: CommandFault | 'too-many'
}

export interface OwnSlashes<C> {
  /** In the order of declaration, as the help is. */
  readonly own: readonly C[]
  readonly leftOut: readonly LeftOut[]
}

/** Which commands have a slash of their own: those of every day come first, the others as they are declared. */
export function chooseOwn<C extends Named>(commands: readonly C[], prefix: string | null): OwnSlashes<C> {
  const judged = commands.map(command => ({ command, fault: commandFault(command.name, prefix) }))
  const fit = judged.flatMap(({ command, fault }) => (fault === null ? [command] : []))
  const everydayFirst = fit.toSorted((a, b) => Number(b.everyday ?? false) - Number(a.everyday ?? false))
  const own = new Set(everydayFirst.slice(0, MOST_OWN))
  return {
    own: fit.filter(command => own.has(command)),
    leftOut: judged.flatMap(({ command, fault }) =>
      own.has(command) ? [] : [{ name: command.name, why: fault ?? 'too-many' }],
    ),
  }
}
