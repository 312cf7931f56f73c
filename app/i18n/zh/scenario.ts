/** 场景：各处共用的。 */
export const scenario = {
  list: {
    title: '场景',
    units_other: '{n} 台起',
    deadline: '{left}，{time} 截止',
    reported: '报道于 {year} 年',
    reportedUndated: '报道年份待确认',
  },
  mine: {
    title: '本单位的场景',
    untitled: '未命名的草稿',
    touched: '{time} 改动',
    draft: '完整度 {score}，接着填第 {n} 步',
  },
  fact: {
    budget: '预算 {amount}',
    units_other: '{n} 台',
    weeks: '试点 {n} 周',
    unfinalised: '接受未定型产品',
  },
  closedState: '应标已截止',
}
