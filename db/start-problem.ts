/** Why the platform cannot start, in one sentence that also says how to mend it. Shown without a stack. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}
