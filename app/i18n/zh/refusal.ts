/** 不予办理的理由：任何人在公开页面上都可能看到的。 */
export const refusal = {
  'account.signInFirst': '请先登录',
  'bid.deadlinePassed': '应标已截止，方案未被接收',
  'entry.unknown': '没有这个条目，或您无权查看',
  'form.badField': '提交的表单不是本站页面发出的样子，未予处理',
  'form.tooManyFields': '提交的表单项太多，未予处理',
  'request.tooMany': '访问太频繁，请 {retryAfterSeconds} 秒后再试',
  'page.badForm': '表单内容不完整，请返回后重试',
  'page.changed': '内容已有变化：{by}于 {at:dateTime} 办理过，请看最新内容后再办',
  'page.stale': '内容已有变化，请看最新内容后再办',
  'solution.unknown': '没有这份方案，或者您不能看',
  'product.unknown': '没有这款产品，或者您不能看',
  'scenario.notOpenForBids': '这个场景现在不接受应标',
  'scenario.reportedCase': '公开报道案例只供参考，不接受应标',
  'scenario.unknown': '没有这个场景，或者您不能看',
  'weights.unknownVersion': '没有这一版权重',
}
