/** Where the edge writes what went wrong: pino's shape. No token, PIN, phone number or body ever goes into it. */
export interface EdgeLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
