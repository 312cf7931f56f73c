/** 搜索页上保存和订阅的入口。 */
export const savedSearch = {
  save: '保存这个搜索，有新结果时提醒我',
  saved: '已保存为“{name}”',
  pausedNow: '已暂停',
  short: { each: '有新结果就寄信', daily: '每日一封', weekly: '每周一封', inApp: '只在站内提醒' },
  feed: 'Atom 订阅',
  feedTitle: '机器人+ 场景供需对接平台：{search}',
}
