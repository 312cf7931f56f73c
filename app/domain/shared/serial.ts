/**
 * The one spelling of a unit's serial number (序列号, as on the nameplate). `sl-h2—0007`, `ＳＬ－Ｈ２－０００７` and
 * `SL-H2-0007 ` are one physical unit: the first trial and the per-unit ceiling follow the unit, not the spelling.
 */
export const normalSerial = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
