/** How Node runs a hub, wherever it is started from: here, by the machine's own means (docs/operations), in the bench. */

/** Node's four helping threads are one staff's PINs being looked at on a busy evening: the journal's write must find one. */
export const threads = { UV_THREADPOOL_SIZE: '8' }

/**
 * V8's four helpers mark the whole heap at once: a tenth of a second in which they keep both processors of a small machine,
 * and taps wait. One does it beside them. And where taps are seconds apart V8 takes it that nobody is there, collects again and
 * again to have a smaller heap, and throws away the quick code of whatever had no object in it just then: the next taps cost
 * half as much again until it has grown anew, which takes a busy hour, and goes again with the next pause.
 */
export const flags: readonly string[] = ['--v8-pool-size=1', '--no-memory-reducer']
