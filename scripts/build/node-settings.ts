/** How Node runs a hub, wherever it is started from: here, by the machine's own means (docs/operations), in the bench. */

/** Node's four helping threads are one staff's PINs being looked at on a busy evening: the journal's write must find one. */
export const threads = { UV_THREADPOOL_SIZE: '8' }

/**
 * V8's four helpers mark the whole heap at once: a tenth of a second in which they keep both processors of a small machine,
 * and taps wait. One does it beside them. And where taps are seconds apart V8 takes it that nobody is there, and collects again and
 * again to have a smaller heap: measured, a command costs half as much again after such a pause, for the next twenty thousand.
 * What a tap makes is rubbish a moment later: swept half as often, a busy hub costs an eighth less of its processor, and holds no more
 * memory once that is done.
 */
export const flags: readonly string[] = ['--v8-pool-size=1', '--no-memory-reducer', '--max-semi-space-size=32']
