import type { Json } from '../base/json.ts'
import type { Words } from '../base/words.ts'
import type { CatchUpPolicy } from '../calendar/catch-up.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { ScheduleSpec } from '../calendar/schedule.ts'
import type { Further } from '../commands/help.ts'
import type { Block, FormValues } from '../content/content.ts'
import type { MemberContext, PersonContext, Role, Team, TeamContext } from '../context.ts'
import type { Tx } from '../store/transaction.ts'
import type { SettingDeclaration } from './setting.ts'

interface CommandFacts {
  /** The English word, which is also its name in code and tests. */
  readonly name: string
  /** All words that call it, Chinese and English, without a slash. */
  readonly words: readonly string[]
  readonly summary: Words
  /** One example of how to type it, with the slash. */
  readonly example: Words
  /** Most people use it on most days: the help shows these first. */
  readonly everyday?: boolean
  /** What its own help tells besides. */
  readonly also?: readonly Further[]
  /** Works without slash or mention in a group whose every message we hear: only for words nobody says by chance. */
  readonly bare?: boolean
  /** In a direct chat nothing is kept of who gave it and what we answered: neither event, nor delivery, nor a line in the log. */
  readonly traceless?: true
}

/** A command for those who are in a team, from a role upwards. */
export interface MemberCommand extends CommandFacts {
  readonly least: Exclude<Role, 'guest'>
  run(ctx: MemberContext, rest: string): Promise<void>
}

/** A command that also a guest may give. */
export interface OpenCommand extends CommandFacts {
  readonly least: 'guest'
  run(ctx: PersonContext, rest: string): Promise<void>
}

export type Command = MemberCommand | OpenCommand

export interface ActionInput {
  readonly value?: string
  readonly values?: FormValues
  /** The message on which it was used, if it is offered on messages. */
  readonly quote?: { readonly text: string; readonly author?: string }
}

interface ActionFacts {
  /** `feature.what` */
  readonly id: string
  /** Offered on every message, under this label of at most 24 characters, where a platform has message shortcuts. */
  readonly onMessages?: Words
  /**
   * The name of a command: said alone in answer to a message it does the same to that message, where a platform shows us what
   * somebody answers.
   */
  readonly quotedBy?: string
  /** As for commands: in a direct chat nothing is kept of who used it. */
  readonly traceless?: true
}

/** A button, a form or a message shortcut: what comes back when it is used. */
export type Action =
  | (ActionFacts & {
      readonly least: Exclude<Role, 'guest'>
      run(ctx: MemberContext, input: ActionInput): Promise<void>
    })
  | (ActionFacts & { readonly least: 'guest'; run(ctx: PersonContext, input: ActionInput): Promise<void> })

export interface SlotRun {
  /** The nominal moment; the job works for it, never for the time at which it happens to run. */
  readonly at: Date
  readonly date: LocalDate
  readonly arg: string
  /**
   * When it really runs: later than `at` after an outage. Only for what would be unjust otherwise: the time that a person has
   * to answer, which would be over before they were asked, and their rest, which a step that was due by day would break at
   * night. All else belongs to the slot and its nominal moment, `ctx.now` and what is noted included; how late it was is a
   * fact to be noted with it.
   */
  readonly ranAt?: Date
}

/** A job on the clock. `name` is `feature.what`. */
export interface Job {
  readonly name: string
  readonly what: Words
  /** It usually says nothing, so whoever asks what comes next is not told of it. */
  readonly quiet?: true
  /** What happens to slots that came due while nobody was there to run them. */
  readonly catchUp: CatchUpPolicy
  /** The schedules of this job in a team, from its settings; called anew whenever they may have changed. */
  schedules(tx: Tx, team: Team): Promise<readonly { readonly arg: string; readonly spec: ScheduleSpec }[]>
  /**
   * Single moments at which it is due besides, read from the rows that wait for them: deadlines, steps of a ladder. Whoever
   * changes such rows emits `schedule.changed` with the job's name. Each `arg` has one moment at a time.
   */
  moments?(tx: Tx, team: Team): Promise<readonly { readonly arg: string; readonly at: Date }[]>
  run(ctx: TeamContext, slot: SlotRun): Promise<void>
}

/** What a feature does when another one says that something happened. It may run again after a crash, so it is idempotent. */
export interface Reaction {
  readonly on: string
  run(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void>
}

/** What somebody said in a direct chat, before it is taken for a command. */
export interface Utterance {
  readonly text: string
  /**
   * `sure`: with a slash, by its word alone, as a line with numbers, or to leave no trace. `perhaps`: it opens with a word that calls a command,
   * as sentences do by chance (`leave early tomorrow`).
   */
  readonly command: 'sure' | 'perhaps' | 'no'
}

/** What a member said in a group of the team. */
export interface Overheard {
  /** The same when it is handled again. */
  readonly id: string
  readonly platform: string
  /** By this its platform can be asked to take it back. */
  readonly eventId: string
  readonly text: string
  /** It is a command, or the bot was addressed. */
  readonly forUs: boolean
  /** What the ear at the door noticed in it. */
  readonly noticed?: Json
}

/** A file that somebody handed to us in a direct chat. */
export interface Handed {
  readonly name: string
  readonly file:
    | { readonly kept: true; readonly ref: string }
    | { readonly kept: false; readonly why: 'too-large' | 'not-given' }
}

/** About whom something is kept. */
export interface Subject {
  readonly memberId: string
  readonly personId: string
}

/** One kind of thing that is kept about a member. */
export interface Kept {
  readonly title: Words
  /** How much of it there is, and since when. */
  readonly gist: Words
  /** All of it, to be taken along. Read only when somebody asks for that. */
  records(): Promise<readonly Json[]>
}

/** What `/help` tells a member under one of these words, beside the commands. */
export interface Topic {
  /** Small letters, in Chinese and English. */
  readonly words: readonly string[]
  run(ctx: MemberContext): Promise<void>
}

/** Everything that a feature offers to the house. */
export interface Feature {
  readonly name: string
  readonly commands?: readonly Command[]
  readonly topics?: readonly Topic[]
  readonly actions?: readonly Action[]
  readonly jobs?: readonly Job[]
  readonly reactions?: readonly Reaction[]
  /** What it puts on a person's own page, where a platform has one. */
  home?(ctx: PersonContext): Promise<readonly Block[]>
  /** Answers whether what was said is an answer to what the feature has asked this person; then nobody else hears it. */
  hears?(ctx: PersonContext, said: Utterance): Promise<boolean>
  /** Looks at what is said in groups: at what is for us, and at the talk that the ear at the door (`inbox/ear`) wants handled. */
  overhears?(ctx: MemberContext, said: Overheard): Promise<void>
  /** Answers whether it has a use for a file that this person handed to us; then nobody else is asked. */
  receives?(ctx: PersonContext, handed: Handed): Promise<boolean>
  /** What it keeps about a member: `/my data` tells it to them. */
  keeps?(ctx: Pick<TeamContext, 'tx' | 'team'>, about: Subject): Promise<readonly Kept[]>
  /** What a team may decide about it; `/settings` shows and changes it. */
  readonly settings?: readonly SettingDeclaration[]
}
