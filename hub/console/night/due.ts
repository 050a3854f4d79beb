/** What guests were to pay, as far as the hub knows the bill. Minor units. */
export const dueOf = (bill: { readonly ordered: number; readonly charged: number; readonly reduced: number }): number =>
  bill.ordered + bill.charged - bill.reduced
