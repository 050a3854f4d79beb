/** Single pictures of a camera's stream, small enough to be searched many times a second. */

/** Wide enough for a code that fills a tenth of it. */
const widthPx = 640

/** Answers how to take a picture; undefined while there is none yet. */
export async function framesOf(stream: MediaStream): Promise<() => ImageData | undefined> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    const { videoWidth, videoHeight } = video
    if (!context || videoWidth === 0) return undefined
    canvas.width = Math.min(widthPx, videoWidth)
    canvas.height = Math.round((canvas.width / videoWidth) * videoHeight)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  }
}
