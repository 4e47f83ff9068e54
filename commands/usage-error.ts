/** A command line, or something that it names, that cannot be used; the command ends with status 2. */
export class UsageError extends Error {}
