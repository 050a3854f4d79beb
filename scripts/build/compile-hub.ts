/** Lets the hub's program, just built, keep what V8 makes of it, in a process as it will be started: see `hub/compiled.ts`. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { flags } from '../start/node-settings.ts'

/** `launch`: the built `hub/launch.ts`. V8 takes what was made with other flags for another program's. */
export async function compileHub(launch: string): Promise<void> {
  await promisify(execFile)(process.execPath, [...flags, launch, '--compile'])
}
