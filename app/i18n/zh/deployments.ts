/** 本单位的应用案例。 */
export const deployments = {
  title: '应用案例',
  lead: '本单位登记的应用案例。写明产品的列在产品页，没有写明的列在单位页。',
  import: '从表格导入',
  none: '还没有登记应用案例',
  noneText: '在产品页逐条登记，或用表格一次导入；没有写明的内容保持“未披露”。',
  noProduct: '未说明是哪一款产品',
  atProduct: '到产品处管理',
}
