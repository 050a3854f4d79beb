/** Lets the hub's program, just built, keep what V8 makes of it, in a process as it will be started: see `hub/compiled.ts`. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** `launch`: the built `hub/launch.ts`; `flags`: those it is started with. V8 leaves aside what was made with others. */
export async function compileHub(launch: string, flags: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [...flags, launch, '--compile'])
}
