/** A share from 0 to 1 as a text for an SVG length, rounded so that server and browser write the same. */
export function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`
}

/** A thin bar: how much of the whole. The figures stand beside it, so it is silent. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" aria-hidden="true" focusable="false">
      <rect className="bar__part" width={percent(share)} height="100%" />
    </svg>
  )
}
