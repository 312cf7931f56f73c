/** 已注销用户: what an erased account is called; it follows from the id, so that nobody can be given another's. */
export function pseudonymOf(accountId: string): string {
  return `已注销用户 ${accountId.slice(-6)}`
}
