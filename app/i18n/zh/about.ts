/** 关于：计分公式、数据定义、开放数据、无障碍说明。 */
export const about = {
  pages: '关于本平台',
  formula: {
    title: '计分公式',
    lead: '排序怎么来，谁都可以照着算一遍',
  },
  data: {
    title: '数据定义',
    lead: '页面上的词和数各指什么',
  },
  open: {
    title: '开放数据',
    lead: '公开的内容都可以用程序读取，不用登录',
  },
  privacy: {
    title: '隐私说明',
    lead: '留存哪些个人信息，为什么，谁看得到，留多久',
  },
  accessibility: {
    title: '无障碍说明',
    lead: '做到了什么，还差什么',
  },
}
