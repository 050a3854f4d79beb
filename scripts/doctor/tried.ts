/** A check that could not look has found something: a house is asked about just when its disk is full or somebody else's. */
import { bad, type Finding } from './finding.ts'

export async function tried(
  what: string,
  folder: string,
  check: () => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  try {
    return [...(await check())]
  } catch (error) {
    return [couldNot(what, folder, error)]
  }
}

/** `folder`: the one that was to be looked at. */
export function couldNot(what: string, folder: string, error: unknown): Finding {
  const code = codeOf(error)
  const why = code ?? (error instanceof Error ? error.message : String(error))
  return bad(what, `看不了 cannot be looked at：${why}`, remedyOf(error, folder))
}

export function remedyOf(error: unknown, folder: string): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return `sudo chown -R $USER ${folder}`
    case 'ENOSPC':
    case 'EDQUOT':
      return makeRoom
    case 'EROFS':
    case 'EIO':
      return '盘可能坏了：先备份，再换盘 the disk may be failing: back up, then replace it'
    default:
      return '照上面这句去查 look into what it says above'
  }
}

export const makeRoom = '删掉不要的，或换大的盘 delete what is not needed, or take a larger disk'

/** The system's, also where a store says it in its own words. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { cause } = error
  const said = cause instanceof Error && 'code' in cause ? cause : error
  return 'code' in said && typeof said.code === 'string' ? said.code : undefined
}
