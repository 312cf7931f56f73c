/** 条目页引用的试点记录。 */
export const bid = {
  productVersion: '{name}（第 {version} 版）',
}

export const pilot = {
  reports: '运行记录',
  period: '期间',
  periodOf: '{from} 至 {to}',
  scheduledHours: '计划运行小时',
  uptime: '计划内可用率',
  tasks: '完成任务数',
  perHour: '介入，次/h',
  note: '说明',
  sampleOf: '样本：{sample}',
  waivedBecause: '已具名豁免：{reason}',
}
