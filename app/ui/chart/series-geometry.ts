/** One week of a measured quantity; `low` and `high` bound its middle half. */
export interface SeriesPoint {
  /** Weeks from the arrival: … −2 −1 before, 1 2 … after. */
  week: number
  value: number
  low?: number
  high?: number
}

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** The wide drawing and the one for phones. */
export const frames: { wide: Frame; narrow: Frame } = {
  wide: { width: 768, height: 300, left: 32, right: 760, top: 28, bottom: 270 },
  narrow: { width: 328, height: 260, left: 26, right: 324, top: 28, bottom: 230 },
}

/** Four round ticks from zero that hold the largest value. */
export function ticks(max: number): number[] {
  const rough = max / 3
  const power = 10 ** Math.floor(Math.log10(rough || 1))
  const step =
    [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map(each => each * power).find(each => each * 3 >= max) ?? rough
  return [0, 1, 2, 3].map(each => round(each * step))
}

/** Where weeks and values lie in a frame. */
export function scales(points: readonly SeriesPoint[], frame: Frame, top: number) {
  const slot = (frame.right - frame.left) / points.length
  const before = points.filter(point => point.week < 0).length
  return {
    x: (index: number) => round(frame.left + slot * (index + 0.5)),
    y: (value: number) => round(frame.bottom - (value / top) * (frame.bottom - frame.top)),
    middle: round(frame.left + slot * before),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
