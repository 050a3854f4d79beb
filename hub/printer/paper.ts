/** What stands on a ticket, before any printer is known: lines, to be laid out as wide as the paper is. Pure. */

export type PaperLine =
  /** Twice as high and wide, in the middle: the room. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly bold?: true }
  /** One at each end; `big`: twice as high. What does not fit goes on below, the right end stays. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly big?: true }
  | { readonly kind: 'rule' }

export interface Paper {
  readonly lines: readonly PaperLine[]
}
