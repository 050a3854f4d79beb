/** The one protocol version of the wire. A client with another one reloads itself once the hub answers. */
export const PROTOCOL = 7
