/** 不予办理的理由：测算。 */
export const refusal = {
  'calendar.unknownYear': '{year:plain} 年的工作日安排还没有录入，不能推算期限',
  'reward.basisMissing': '{item} 没有成本，这一版规则按成本封顶，不能审定',
  'reward.duplicateSerial': '序列号重复，同一台只写一次',
  'reward.duplicateYear': '同一年度写了两次',
  'reward.foreignUnit': '{serial} 不是这件申报的机器人，或者写了两次',
  'reward.levelsWithoutFunding': '没有选“获得过”，就不用勾级次',
  'reward.line': '第 {line} 行看不懂：每行写 序列号 成本 此前已领，用空格隔开',
  'reward.noAmount': '至少给一台填上金额',
  'reward.notAList': '请求正文应是申报的列表',
  'reward.notEligible': '有条件不符合，不能审定',
  'reward.overHeadroom': '合计超过企业本年余额 {headroom:yuan}',
  'reward.overItem': '{item} 至多 {ceiling:yuan}',
  'reward.undetermined': '还有条件不能判定，不能审定',
  'reward.unknownRule': '没有这一版规则',
}
