/** What a look at this machine found, in words for the terminal: Chinese and English side by side. */
export interface Finding {
  readonly what: string
  /** `warn`: the evening will do, and somebody should see to it. `bad`: it will not do. */
  readonly state: 'good' | 'warn' | 'bad'
  readonly told: string
  /** What to do, where there is something to do. */
  readonly remedy?: string
}

export const good = (what: string, told: string): Finding => ({ what, state: 'good', told })
export const warn = (what: string, told: string, remedy: string): Finding => ({ what, state: 'warn', told, remedy })
export const bad = (what: string, told: string, remedy: string): Finding => ({ what, state: 'bad', told, remedy })
