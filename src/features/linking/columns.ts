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
  column('Audit', 'actorPersonId'),
  column('Delivery', 'personId'),
  column('Delivery', 'whisperTo'),
  column('Entry', 'createdBy'),
  column('Erasure', 'byId'),
  column('Leave', 'createdBy'),
  column('Nudge', 'personId'),
  column('Quiet', 'personId'),
  column('Report', 'readBy'),
  column('Report', 'submittedBy'),
  column('ReportRevision', 'by'),
  column('ReviewCriteria', 'createdBy'),
]

/** The same for memberships, where both people are in one team. */
export const memberColumns: readonly Column[] = [
  column('Audit', 'memberId'),
  column('Entry', 'memberId'),
  column('FormVersion', 'createdBy'),
  column('Habit', 'memberId'),
  column('Leave', 'memberId'),
  column('Nudge', 'memberId'),
  column('PlanTask', 'memberId'),
  column('PlanTask', 'ownerId'),
  column('PlanTask', 'setBy'),
  column('Report', 'memberId'),
  column('Review', 'memberId'),
  column('Review', 'reviewerId'),
]

/** Columns in which there is room for one of the two only; each has its own way in `merge-store` or `merge-members`. */
export const singularColumns: readonly Column[] = [
  column('CodeGuess', 'personId'),
  column('Dialogue', 'personId'),
  column('Member', 'id'),
  column('Member', 'personId'),
  column('MetricDay', 'memberId'),
  column('OneTimeCode', 'personId'),
  column('Person', 'id'),
  column('QuietHours', 'personId'),
]
