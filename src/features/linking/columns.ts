interface Column {
  readonly table: string
  readonly column: string
}

function column(table: string, name: string): Column {
  return { table, column: name }
}

/** Columns that name a person and may name any person as well as any other: they follow when two people become one. */
export const personColumns: readonly Column[] = [
  column('Account', 'personId'),
  column('Contest', 'createdBy'),
  column('Delivery', 'personId'),
  column('Delivery', 'whisperTo'),
  column('Entry', 'createdBy'),
  column('Erasure', 'byId'),
  column('HandedFile', 'personId'),
  column('Leave', 'createdBy'),
  column('MetricChange', 'changedBy'),
  column('Nudge', 'personId'),
  column('PointEntry', 'by'),
  column('Pool', 'createdBy'),
  column('Quiet', 'personId'),
  column('Rate', 'createdBy'),
  column('Redemption', 'decidedBy'),
  column('Report', 'readBy'),
  column('Report', 'submittedBy'),
  column('ReportRevision', 'by'),
  column('ReviewCriteria', 'createdBy'),
  column('Target', 'createdBy'),
  column('TargetStep', 'by'),
  column('Win', 'rungBy'),
]

/** The same for memberships, where both people are in one team. */
export const memberColumns: readonly Column[] = [
  column('Case', 'closedBy'),
  column('Case', 'filedBy'),
  column('Case', 'ownerId'),
  column('CaseStep', 'by'),
  column('CaseStep', 'ownerId'),
  column('Dispute', 'answeredBy'),
  column('Dispute', 'askedBy'),
  column('Dispute', 'memberId'),
  column('Entry', 'memberId'),
  column('Finding', 'decidedBy'),
  column('Finding', 'memberId'),
  column('Finding', 'rightBy'),
  column('Finding', 'wrongBy'),
  column('FormVersion', 'createdBy'),
  column('Habit', 'memberId'),
  column('Kudos', 'giverId'),
  column('Kudos', 'receiverId'),
  column('Leave', 'memberId'),
  column('Notice', 'postedBy'),
  column('Nudge', 'memberId'),
  column('OpenQuestion', 'askedId'),
  column('OpenQuestion', 'askerId'),
  column('PendingImport', 'memberId'),
  column('PlanTask', 'memberId'),
  column('PlanTask', 'ownerId'),
  column('PlanTask', 'setBy'),
  column('PointEntry', 'memberId'),
  column('Redemption', 'memberId'),
  column('Report', 'memberId'),
  column('Review', 'memberId'),
  column('Review', 'reviewerId'),
  column('RuleAck', 'memberId'),
  column('RuleDraft', 'memberId'),
  column('RuleVersion', 'memberId'),
  column('Target', 'memberId'),
  column('UrgentDuty', 'createdBy'),
  column('UrgentDutyMember', 'memberId'),
  column('UrgentMatter', 'askedId'),
  column('UrgentMatter', 'closedBy'),
  column('UrgentMatter', 'offeredTo'),
  column('UrgentMatter', 'ownerId'),
  column('UrgentMatter', 'raisedBy'),
  column('UrgentStep', 'byId'),
  column('UrgentStep', 'memberId'),
  column('Win', 'memberId'),
]

/** Columns in which there is room for one of the two only; each has its own way in `merge-store` or `merge-members`. */
export const singularColumns: readonly Column[] = [
  column('CaseQuiz', 'memberId'),
  column('CodeGuess', 'personId'),
  column('ContestEntrant', 'memberId'),
  column('Dialogue', 'personId'),
  column('MailAddress', 'personId'),
  column('Member', 'id'),
  column('Member', 'personId'),
  column('MetricDay', 'memberId'),
  column('Newcomer', 'memberId'),
  column('NoticeReader', 'memberId'),
  column('OneTimeCode', 'personId'),
  column('OwnDays', 'memberId'),
  column('Person', 'id'),
  column('PointBalance', 'memberId'),
  column('Praise', 'memberId'),
  column('QuietHours', 'personId'),
  column('RuleStanding', 'memberId'),
]

/** Columns that stay as they are, since the log's hashes hold them: `audit/former` tells who that is by now. */
export const hashedColumns: readonly Column[] = [
  column('Audit', 'actorPersonId'),
  column('Audit', 'memberId'),
  column('FormerId', 'id'),
]
