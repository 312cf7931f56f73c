/** 场景：列表页。 */
export const scenario = {
  list: {
    lead: '应用方写清现场、要求和验收指标，机器人企业据此应标。',
    publish: '发布场景',
    filters: '筛选',
    domain: '领域',
    district: '区',
    kind: '类别',
    open: '正在应标',
    report: '公开报道案例',
    apply: '筛选',
    clear: '清除筛选',
    results_other: '{n} 条场景',
    emptyTitle: '没有符合条件的场景',
    emptyText: '换一个领域或区试试。还没有人提的需求，由您来写第一份。',
    closed: '应标已截止',
    openOf: '正在应标 {open} / {total} 条',
  },
  mine: {
    all: '全部公开场景',
    emptyTitle: '本单位还没有场景',
    emptyText: '写清要做的事、现场和怎样算做好，通常二十分钟。可以先存草稿，随时接着写。',
  },
}
