/** 产品：各处共用的。 */
export const product = {
  list: {
    title: '产品',
    disclosed: '{n} / {total} 项关键参数已披露',
  },
  mine: {
    untitled: '未命名的草稿',
  },
  fact: {
    category: '品类',
    domains: '适用领域',
    tasks: '适用作业',
    maturity: '成熟度',
    trl: 'TRL {n}',
    trlTerm: '技术成熟度',
    trlText: 'TRL {n}，共 9 级',
    forms: '合作方式',
    regions: '服务地区',
    model: '型号',
  },
  price: {
    open: '面议',
    byForm: '{form}：{price}',
    unit: {
      band: '{from} 至 {to} {unit}/台（套）',
      wide: '{from} 至 {to}/台（套）',
      from: '{from}/台（套）起',
      to: '不高于 {to}/台（套）',
      one: '{from}/台（套）',
    },
    month: {
      band: '{from} 至 {to} {unit}/台·月',
      wide: '{from} 至 {to}/台·月',
      from: '{from}/台·月起',
      to: '不高于 {to}/台·月',
      one: '{from}/台·月',
    },
  },
}
