/** What an export is said for; by it the file is found when the person is erased. */
export const EXPORT = 'privacy.export'
