/** 目录：列表与各处共用的。 */
export const catalog = {
  list: '典型场景目录',
  fullName: '《北京市“机器人+”典型场景应用目录》，示例批次',
  count_other: '{n} 个条目',
  listNote: '来自已验收的试点，每个数都连到试点指标',
  listInside: '含未公开的提名与评审，只有主管部门可见',
  byDomain: '按领域',
  emptyTitle: '这里还没有条目',
  emptyText: '试点验收后，应用方或机器人企业可以提名；经审查、评审、公示后收入目录。',
  noticeUntil: '公示至 {until}',
}
