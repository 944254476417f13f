import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What is wrong, in the form of Slack's `response_metadata.messages`. */
export function complaints(issues: readonly Issue[], under: string): readonly string[] {
  return issues.map(issue => `[ERROR] ${complaint(issue)} [json-pointer:${[under, ...issue.path].join('/')}]`)
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`
    case 'too_small':
      return issue.origin === 'array' ? `must have at least ${issue.minimum} items` : 'must be more than 0 characters'
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`
    case 'invalid_union':
      return 'unsupported type'
    case 'invalid_type':
      return issue.input === undefined ? 'missing required field' : `must be of type ${issue.expected}`
    default:
      return issue.message
  }
}
