/** One surface at its own width, scaled to the place it has on the wall; `height`: its own too, not all that there is. */
import { useEffect, useRef, useState } from 'preact/hooks'

export function Frame(props: {
  title: string
  src: string
  width: number
  height?: number
  class: string
  onFrame: (frame: HTMLIFrameElement | null) => void
  onLoad?: (frame: HTMLIFrameElement) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ scale: 0, height: 0 })
  const { width, height } = props
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element
      if (height !== undefined) setSize({ scale: Math.min(clientWidth / width, clientHeight / height), height })
      else setSize({ scale: clientWidth / width, height: (clientHeight * width) / clientWidth })
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [width, height])
  return (
    <figure class={`wall-frame ${props.class}`}>
      <figcaption class="wall-caption">{props.title}</figcaption>
      <div class="wall-place" ref={place}>
        <div class="wall-glass" style={{ width: `${width * size.scale}px`, height: `${size.height * size.scale}px` }}>
          <iframe
            class="wall-screen"
            title={props.title}
            src={props.src}
            ref={props.onFrame}
            onLoad={event => props.onLoad?.(event.currentTarget)}
            style={{ width: `${width}px`, height: `${size.height}px`, transform: `scale(${size.scale})` }}
          />
        </div>
      </div>
    </figure>
  )
}
