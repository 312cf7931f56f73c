/** 附件：收、存、查、显示。 */
export const refusal = {
  'file.formTooMany': '一次提交的文件或表单项太多，未予处理',
  'file.formTooLarge': '文件太大：单个文件不超过 {max} MiB，一次上传合计也不超过 {max} MiB',
  'file.formBroken': '文件没有传完整，请重新选择后再传',
  'file.busy': '正在接收的文件较多，请 {retryAfterSeconds} 秒后再传',
  'file.encrypted': '文件加了密，打不开，请去掉密码后再传',
  'file.zipBadName': '文件里的条目名称不正常，未予接收',
  'file.zipDamaged': '文件已损坏或不完整，请重新导出后再传',
  'file.zipNested': '文件里还套着压缩包，请取出后单独上传',
  'file.zipTooLarge': '文件展开后超过 {max} MiB，未予接收',
  'file.zipTooManyEntries': '文件里的条目超过 {max} 个，未予接收',
}
