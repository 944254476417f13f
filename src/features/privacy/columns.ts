// Where people's names and words stand in the database. A new column belongs here, or among those of the test that hold none.

interface Place {
  readonly table: string
  readonly column: string
}

/** Rows that are a person's own, and go with them whole. */
export const ownRows: readonly Place[] = [
  { table: 'Account', column: 'personId' },
  { table: 'Delivery', column: 'personId' },
  { table: 'Delivery', column: 'whisperTo' },
  { table: 'Dialogue', column: 'personId' },
  { table: 'OneTimeCode', column: 'personId' },
  { table: 'CodeGuess', column: 'personId' },
  { table: 'MailAddress', column: 'personId' },
  { table: 'HandedFile', column: 'personId' },
  { table: 'Nudge', column: 'personId' },
  { table: 'Quiet', column: 'personId' },
  { table: 'QuietHours', column: 'personId' },
]

/** The same by the membership. */
export const ownRowsOfMember: readonly Place[] = [
  { table: 'Case', column: 'filedBy' },
  { table: 'CaseQuiz', column: 'memberId' },
  { table: 'CaseStep', column: 'by' },
  { table: 'Habit', column: 'memberId' },
  { table: 'Review', column: 'memberId' },
  { table: 'PlanTask', column: 'memberId' },
  { table: 'Dispute', column: 'askedBy' },
  { table: 'Target', column: 'memberId' },
  { table: 'Win', column: 'memberId' },
  { table: 'Kudos', column: 'giverId' },
  { table: 'Kudos', column: 'receiverId' },
  { table: 'Praise', column: 'memberId' },
  { table: 'OwnDays', column: 'memberId' },
  { table: 'Redemption', column: 'memberId' },
  { table: 'UrgentDutyMember', column: 'memberId' },
  { table: 'PointEntry', column: 'memberId' },
  { table: 'PointBalance', column: 'memberId' },
  { table: 'PendingImport', column: 'memberId' },
  { table: 'NoticeReader', column: 'memberId' },
  { table: 'Newcomer', column: 'memberId' },
  { table: 'Finding', column: 'memberId' },
  { table: 'RuleStanding', column: 'memberId' },
  { table: 'OpenQuestion', column: 'askerId' },
  { table: 'OpenQuestion', column: 'askedId' },
  { table: 'RuleAck', column: 'memberId' },
  { table: 'RuleDraft', column: 'memberId' },
]

/** What a person wrote in rows that stay because of their figures, as SQL, with what stands there afterwards. */
export const ownWords: readonly (Place & { readonly set: string })[] = [
  {
    table: 'Report',
    column: 'memberId',
    // The mark of a copy of another team's report is no word of theirs.
    set: `notes = '{}', blockers = '{}', items = '[]', reasons = '{}',
      answers = CASE WHEN answers ? '@shared-from' THEN jsonb_build_object('@shared-from', answers->'@shared-from') ELSE '{}' END`,
  },
  { table: 'Entry', column: 'memberId', set: 'reason = NULL' },
  { table: 'Case', column: 'closedBy', set: 'solution = NULL, lesson = NULL' },
  { table: 'UrgentMatter', column: 'raisedBy', set: `text = ''` },
  { table: 'UrgentMatter', column: 'closedBy', set: '"closingNote" = NULL' },
  { table: 'UrgentStep', column: 'byId', set: 'note = NULL' },
  {
    table: 'Notice',
    column: 'postedBy',
    // Nobody is asked any more to read what is not there.
    set: `text = '', link = NULL, "fileRef" = NULL, "fileName" = NULL, state = CASE WHEN state = 'open' THEN 'withdrawn' ELSE state END`,
  },
]

/** Columns of words in rows that are not theirs, in which their name may stand. */
export const spoken: Readonly<Record<string, readonly string[]>> = {
  Case: ['title', 'text', 'solution', 'lesson'],
  CaseStep: ['words'],
  Champion: ['rule', 'winners'],
  Channel: ['name'],
  Contest: ['name', 'rule', 'prize'],
  ContestResult: ['places'],
  Dialogue: ['content', 'answers'],
  Dispute: ['reason', 'answer'],
  Entry: ['reason'],
  File: ['filename', 'workbook'],
  FormVersion: ['definition'],
  Habit: ['explanation'],
  InboundEvent: ['payload'],
  Kudos: ['reason'],
  ListedWord: ['word', 'suggestion'],
  HandedFile: ['name'],
  Notice: ['text', 'link', 'fileName'],
  PlanTask: ['words'],
  PointEntry: ['reason'],
  Pool: ['name', 'unlocks'],
  Redemption: ['name'],
  Report: ['notes', 'blockers', 'items', 'reasons', 'answers'],
  ReportRevision: ['snapshot'],
  Review: ['self', 'assessment', 'talkNotes', 'dispute'],
  ReviewCriteria: ['items'],
  Reward: ['name'],
  RoomChannel: ['name'],
  RoomMessage: ['text', 'content'],
  RoomUser: ['name'],
  Rule: ['definition'],
  RuleVersion: ['definition'],
  Target: ['reason'],
  UrgentMatter: ['text', 'closingNote'],
  UrgentStep: ['note'],
  VoiceMessage: ['text'],
  VoiceThread: ['said', 'did'],
  VoiceWaiting: ['text'],
  Win: ['customer', 'customerKey', 'note'],
}

/** Those of them that hold the machine's words, too. */
export const formal: ReadonlySet<string> = new Set([
  'Champion.rule',
  'Contest.rule',
  'ContestResult.places',
  'Dialogue.content',
  'FormVersion.definition',
  'RoomMessage.content',
  'Rule.definition',
  'RuleVersion.definition',
])
