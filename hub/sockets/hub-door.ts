/**
 * The two sides of the hub's door: what the sockets ask of the hub, and what the hub sends through them.
 *
 * A whole view goes to the one client that attached. From then on the hub sends a frame once per audience and the
 * sockets write the same bytes to everybody in it: 500 panels of one console role cost one serialisation, not 500.
 * `attach` must send the whole view and join the audience in one turn of the loop, so that no frame falls between.
 */
import type { Answer, QueryAnswer } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { HubHealth, TapInDoubt, ViewFrame } from '../../shared/protocol/wire.ts'
import type { Role } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'

export interface HubDoor {
  /** Parses and authorises by itself; `envelope` is what came over the wire. */
  submit(principal: Principal, envelope: unknown): Promise<Answer>
  query(principal: Principal, query: unknown): Promise<QueryAnswer<unknown>>
  /** What a device says of how it is. */
  report(principal: Principal, report: unknown): Promise<QueryAnswer<unknown>>
  /** Sends the whole view, then joins the audiences whose frames are to follow; the answer leaves. */
  attach(principal: Principal, client: HubClient, options: AttachOptions): () => void
  /** Told when somebody signed in or out on a device, when it was bound to another room, when it was revoked. */
  onPrincipalChange(listener: (device: Id) => void): void
  sessionOf(device: Id): { readonly session: Id; readonly staff: Id; readonly role: Role } | undefined
}

export interface AttachOptions {
  /** Seq of the last feed line this client has. */
  readonly feedAfter?: number
  /** The mark of the price list that this panel holds. */
  readonly menu?: string
  /** The tap whose answer this client never heard. */
  readonly inDoubt?: TapInDoubt
}

/** One connected client, for what it alone is sent. */
export interface HubClient {
  send(frame: ViewFrame): void
  health(health: HubHealth): void
  /** From now on what is broadcast to `audience` reaches this client, until it leaves. */
  join(audience: string): void
}

/** One serialisation for everybody in an audience, in the order of the calls. An audience nobody is in costs nothing. */
export interface Broadcaster {
  view(audience: string, frame: ViewFrame): void
  /** To every client. */
  health(health: HubHealth): void
}
