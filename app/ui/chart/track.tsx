import { percent } from './bar.tsx'

/**
 * One criterion on the common scale. A ratio of 1 is the need, which is the middle line; the scale ends at twice.
 * `num` meets it, `short` does not, `range` straddles it, `yes` has no degree, `unknown` has no figure.
 */
export type Track =
  | { kind: 'num'; ratio: number; soft?: boolean }
  | { kind: 'short'; ratio: number }
  | { kind: 'range'; from: number; to: number }
  | { kind: 'yes' }
  | { kind: 'unknown' }

/** The drawing of a track; fills whatever box it is put in. Its words stand beside it, so it is silent. */
export function TrackDrawing({ track }: { track: Track }) {
  switch (track.kind) {
    case 'yes':
      return (
        <>
          <i className="lead" />
          <i className="y" />
        </>
      )
    case 'unknown':
      return (
        <>
          <i className="u" />
          <i className="q">?</i>
        </>
      )
    default:
      return (
        <svg className="draw" aria-hidden="true" focusable="false">
          {track.kind === 'num' && <Met ratio={track.ratio} soft={track.soft} />}
          {track.kind === 'short' && <Short ratio={track.ratio} />}
          {track.kind === 'range' && <Range from={track.from} to={track.to} />}
        </svg>
      )
  }
}

function Met({ ratio, soft }: { ratio: number; soft?: boolean }) {
  const beyond = ratio > 2
  const width = percent(ratio / 2)
  return (
    <g className={soft ? 'b b--soft' : 'b'}>
      <rect y="50%" width={width} height="10" transform="translate(0 -5)" />
      {beyond ? (
        <svg x="100%" y="50%" className="over" aria-hidden="true">
          <path className="cut" d="M-15.500 9l3.200-18h4l-3.200 18z" />
        </svg>
      ) : (
        <rect x={width} y="50%" width="2" height="16" transform="translate(-2 -8)" />
      )}
    </g>
  )
}

function Short({ ratio }: { ratio: number }) {
  const reach = percent(ratio / 2)
  return (
    <>
      <rect className="f" y="50%" width={reach} height="10" transform="translate(0 -5)" />
      <line className="g" x1={reach} x2="50%" y1="50%" y2="50%" />
    </>
  )
}

/** The hatch is a dashed thick line leant over, so that it needs no pattern ids. */
function Range({ from, to }: { from: number; to: number }) {
  const x = percent(from / 2)
  const width = percent((Math.min(to, 2) - from) / 2)
  return (
    <g transform="translate(0 -5)">
      <svg x={x} y="50%" width={width} height="10" aria-hidden="true">
        <rect className="rg__paper" width="100%" height="10" />
        <line className="rg__hatch" x1="-10" x2="110%" y1="0" y2="0" transform="translate(0 5) skewX(-45)" />
        <rect className="rg__edge" width="100%" height="10" />
      </svg>
    </g>
  )
}
