/** 附件列表，公开页面上也有。 */
export const file = {
  title: '附件',
  thumbnail: '{name} 的缩略图',
  scan: {
    off: '未做病毒检查',
    waiting: '等待病毒检查',
    clean: '病毒检查通过',
    infected: '未通过病毒检查，已隔离',
  },
  private: '不公开',
  withAddendum: '第 {n} 号补充公告',
  manage: '管理附件',
  noFiles: '还没有附件',
}
