/** How Node runs a hub, wherever it is started from: here, by the machine's own means (docs/operations), in the bench. */

/** Node's four helping threads are one staff's PINs being looked at on a busy evening: the journal's write must find one. */
export const threads = { UV_THREADPOOL_SIZE: '8' }

/**
 * V8's four helpers mark the whole heap at once: a tenth of a second in which they keep both processors of a small machine,
 * and taps wait. One does it beside them.
 */
export const flags: readonly string[] = ['--v8-pool-size=1']
