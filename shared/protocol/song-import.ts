/** What a file of songs turned out to be, before any of it is sung: told to whoever chose it. */
/** What a column of the file can be. */
export const songFields = ['id', 'title', 'artist', 'language', 'length', 'popularity', 'added', 'blocked'] as const
export type SongField = (typeof songFields)[number]

/** Those that a song can be chosen by. */
export const songLanguages = ['zh', 'yue', 'nan', 'en', 'ja', 'ko'] as const

export const fileEncodings = ['utf-8', 'utf-16', 'gb18030', 'big5'] as const
export type FileEncoding = (typeof fileEncodings)[number]

/** Why none of it can be used. */
export const fileProblems = ['empty', 'no-text', 'workbook', 'no-columns', 'nothing-left', 'too-many'] as const
export type FileProblem = (typeof fileProblems)[number]

/** Why a row is left out. */
export const rowFaults = ['no-title', 'too-long', 'repeated', 'number', 'date', 'quotes', 'cells', 'letters'] as const
export type RowFault = (typeof rowFaults)[number]

export interface FaultyRow {
  /** As an editor counts them, the header being 1. */
  readonly line: number
  readonly fault: RowFault
  /** Its beginning. */
  readonly text: string
}

export interface SongPlan {
  readonly problem?: FileProblem
  readonly encoding?: FileEncoding
  readonly separator?: string
  /** The header, and what each column was taken for. */
  readonly columns: readonly { readonly header: string; readonly field?: SongField }[]
  /** Without these it cannot be read. */
  readonly missing: readonly SongField[]
  /** The first rows as songs. */
  readonly first: readonly { readonly title: string; readonly artist: string; readonly language: string }[]
  /** Rows below the header; each is new, changed, the same, or faulty. */
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly faulty: number
  /** In the house and not in the file. */
  readonly absent: number
  /** Songs that the house would have. */
  readonly songs: number
  /** The first thousand. */
  readonly faults: readonly FaultyRow[]
}

/** `reading`: ask again soon. `ready`: can be taken at once. */
export type SongsImportAnswer =
  | { readonly state: 'reading' }
  | { readonly state: 'told'; readonly plan: SongPlan; readonly catalogue?: string; readonly ready: boolean }
