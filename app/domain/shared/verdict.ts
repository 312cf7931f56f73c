/** Facts that fill the `{name}` places of a reason's text. */
export type Detail = Record<string, string | number>

/** Why something is refused: `<noun>.<why>`; every reason has a zh and an en text (`i18n/<lang>/refusal.ts`). */
export type Reason = `${string}.${string}`

export type Refused = { ok: false; reason: Reason; detail?: Detail; path?: string }

/** The answer of a pure rule: yes, or no with a reason a person can read and a form can place. */
export type Verdict = { ok: true } | Refused

export const ok: Verdict = { ok: true }

export function no(reason: Reason, detail?: Detail, path?: string): Refused {
  return { ok: false, reason, ...(detail && { detail }), ...(path && { path }) }
}

/** The first refusal, or yes. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find(verdict => !verdict.ok) ?? ok
}

/** Yes when `condition` holds, else no with `reason`. */
export function when(condition: boolean, reason: Reason, detail?: Detail): Verdict {
  return condition ? ok : no(reason, detail)
}
