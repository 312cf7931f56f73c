/** 区级推荐意见，写在场景和目录条目自己的页上。 */
export const recommendation = {
  title: '区级推荐意见',
  note: '供市级办理时参考，不是办理的前提；公众看不到',
  vote: { recommend: '推荐', oppose: '不予推荐', remark: '仅提意见' },
  by: '{district}主管部门',
  act: '出具区级推荐意见',
}
