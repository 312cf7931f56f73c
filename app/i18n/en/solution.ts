/** Solutions: what every place shares. */
export const solution = {
  list: {
    title: 'Solutions',
  },
  mine: {
    untitled: 'Draft without a name',
  },
  bundle: 'Robots: {robots}; software: {software}',
  partOf: 'Part of these solutions',
  ofFirm: 'Solutions: {n}',
  price: {
    open: 'On request',
    band: '{from} to {to} {unit}, integration included',
    wide: '{from} to {to}, integration included',
    from: 'from {from}, integration included',
    to: 'up to {to}, integration included',
    one: '{from}, integration included',
  },
}
