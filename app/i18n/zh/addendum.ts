/** 补充公告里的附件：换、撤、增，以及新旧对照。 */
export const addendum = {
  files: '附件',
  filesNote:
    '增加、替换或撤下附件都按实质性变更办：企业照图纸和作业说明报价，改动大小没有规则可判。旧文件仍可在补充公告里对照下载。',
  current: '现有附件',
  fate: '如何处理',
  ofFile: '：{name}',
  keep: '保留',
  withdraw: '撤下',
  waiting: '待发布的附件',
  waitingNote: '只有本单位看得到；随补充公告发布，发布前谁也搜不到、下载不到。',
  by: '{by}上传',
  add: '新增，随这份公告发布',
  replace: '替换“{name}”，随这份公告发布',
  hold: '这次不发布，先留着',
  drop: '移除',
  upload: '上传新附件',
  chooseHint:
    'PDF、PNG、JPEG、WebP、DOCX、XLSX、PPTX、TXT、CSV；单个和一次合计都不超过 {mib} MiB，还可再存 {room} 个。选好后直接发布也会一并带上。',
  replaces: '用来替换',
  replacesNone: '不替换，新增',
  act: '先存附件，暂不发布',
  kept: '附件已按您的选择存好，还没有公开',
  keptText: '其他填写的内容都还在，请接着填写，再发布补充公告。',
  changes: '附件变动',
  replaced: '替换附件',
  added: '新增附件',
  withdrawn: '撤下附件',
  none: '无',
  closed: '现在不能下载',
  fact: '{kind}，{size}，{on} 上传',
  hash: 'SHA-256：{hash}…',
}

export const refusal = {
  'addendum.fileGone': '有一个待发布的附件已被同事移除或已经发布，请核对下面的附件后再发布',
  'addendum.fileUnchecked':
    '“{name}”还在做病毒检查，通过后才能发布：企业的时间从发布起算，不能从打不开文件时算起。也可以选“这次不发布”',
  'addendum.fileInfected': '“{name}”未通过病毒检查，不能发布，请移除',
  'addendum.replacesUnknown': '“{name}”要替换的附件已经撤下，请重新选择',
  'addendum.replacedTwice': '“{name}”要替换的附件已由另一个新文件替换，请只留一个',
  'addendum.sameFile': '“{name}”与另一个附件的内容完全相同，没有变动',
  'addendum.tooManyWaiting': '待发布的附件最多 {max} 个，请先移除不用的',
}
