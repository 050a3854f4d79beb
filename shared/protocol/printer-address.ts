/**
 * Where a ticket printer may be: at a private address or under a plain name of the venue's own network. Nobody makes the hub
 * call anybody else by writing a printer down.
 */
export function isPrinterAddress(text: string): boolean {
  return ownName.test(text) || isPrivate(text)
}

const ownName = /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.local|\.lan|\.home\.arpa)?$/
const number = /^(?:0|[1-9]\d{0,2})$/

/** RFC 1918, link-local, and this machine. */
function isPrivate(text: string): boolean {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every(part => number.test(part) && Number(part) <= 255)) return false
  const [first = 0, second = 0] = parts.map(Number)
  if (first === 10 || first === 127) return true
  if (first === 172) return second >= 16 && second <= 31
  return (first === 192 && second === 168) || (first === 169 && second === 254)
}
