/** What the system calls what went wrong, such as ENOSPC; also where a store says it in words of its own. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { cause } = error
  const said = cause instanceof Error && 'code' in cause ? cause : error
  return 'code' in said && typeof said.code === 'string' ? said.code : undefined
}
