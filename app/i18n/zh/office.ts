/** 主管部门人员的回避。 */
export const office = {
  recusal: {
    title: '申请回避',
    intro: '登记后不能撤销；您不能再办理这一件，由其他人员接办',
    reason: '回避理由',
    hint: '写明与哪一方有何关系；理由留档备查，不对外公开',
    send: '确认回避',
    act: '申请回避这一件',
  },
}
