/** One surface at its own size, scaled to the place it has on the wall. */
import { useEffect, useRef, useState } from 'preact/hooks'

export function Frame(props: {
  title: string
  src: string
  width: number
  height: number
  class: string
  onFrame: (frame: HTMLIFrameElement | null) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0)
  const { width, height } = props
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      setScale(Math.min(element.clientWidth / width, element.clientHeight / height))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [width, height])
  return (
    <figure class={`wall-frame ${props.class}`}>
      <figcaption class="wall-caption">{props.title}</figcaption>
      <div class="wall-place" ref={place}>
        <div class="wall-glass" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
          <iframe
            class="wall-screen"
            title={props.title}
            src={props.src}
            ref={props.onFrame}
            style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          />
        </div>
      </div>
    </figure>
  )
}
