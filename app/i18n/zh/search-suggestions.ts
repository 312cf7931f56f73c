/** 搜索框下的联想；点进搜索框后才取。 */
export const suggestion = {
  label: '搜索联想',
  count_other: '{n} 条联想，用上下键选',
  all_other: '全部 {n} 条结果',
  many: '全部结果，不少于 {n} 条',
  kind: {
    name: '其他叫法',
    scenarios: '场景',
    products: '机器人',
    solutions: '系统解决方案',
    firms: '单位',
    catalog: '典型场景目录',
  },
}
