/**
 * Where an address that somebody types may go on in the next line: before its port, else after a dot. Left to itself a browser
 * breaks after the `/`, and a line with nothing but `p` is not typed.
 */
export function addressParts(address: string): readonly string[] {
  return address.match(/^\w+:\/\/|:\d+\/.*$|[^.:]+\.?|./g) ?? []
}
