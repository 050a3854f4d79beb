/** Words that break between phrases rather than inside one: Chinese has no spaces to break at. */
import './phrases.css'

export function Phrases({ text }: { text: string }) {
  const phrases = text.match(/[^，。、；！？]+[，。、；！？]*/gu) ?? [text]
  return (
    <>
      {phrases.map((phrase, index) => (
        <span key={`${index}${phrase}`} class="phrase">
          {phrase}
        </span>
      ))}
    </>
  )
}
