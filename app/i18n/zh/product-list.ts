/** 产品：列表页。 */
export const product = {
  list: {
    lead: '参数写一次，处处可对。没有写出的参数显示“未披露”，不当作零，也不因此隐去。',
    publish: '登记产品',
    filters: '筛选',
    category: '品类',
    domain: '领域',
    maturity: '成熟度',
    kind: '来源',
    platform: '平台单位的产品',
    report: '公开报道案例',
    apply: '筛选',
    clear: '清除筛选',
    summary: '共 {total} 款',
    emptyTitle: '没有符合条件的产品',
    emptyText: '换一个品类或领域试试。做这类机器人的企业，可以登记第一款。',
  },
  mine: {
    title: '本单位的产品',
    all: '全部公开产品',
    version: '第 {n} 版',
    stillPublic: '旧版仍公开',
    emptyTitle: '本单位还没有产品',
    emptyText: '把一款产品的参数写一次，平台就能逐条对照每个场景的要求。不知道的留空，可以先存草稿。',
    touched: '{time} 改动',
  },
}
