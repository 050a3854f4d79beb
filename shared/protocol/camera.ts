/** What a kiosk says of its camera: presence, shown and never journaled. */
import * as v from 'valibot'

/** `insecure`: browsers lend no camera to a page over plain HTTP. `no-rights`: somebody said no. `busy`: another program has it. */
export const cameraStates = ['watching', 'insecure', 'no-camera', 'no-rights', 'busy', 'failed'] as const
export type CameraState = (typeof cameraStates)[number]

export const CameraReport = v.strictObject({ camera: v.picklist(cameraStates) })
export type CameraReport = v.InferOutput<typeof CameraReport>
