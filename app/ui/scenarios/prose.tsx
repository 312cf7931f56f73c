/** What somebody wrote, in the paragraphs they wrote it in; `absent` where they have written nothing. */
export function Prose({ text, absent }: { text: string | undefined; absent: string }) {
  if (!text) return <p className="unsaid">{absent}</p>
  const paragraphs = text.split(/\n+/).filter(part => part.trim() !== '')
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never reorder
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}
