/** 单位公开页。 */
export const firm = {
  title: '单位',
  reported: '整理自公开报道，该单位不是本平台用户',
  verifiedSince: '{day}起通过核验',
  facts: '单位情况',
  factsNote: '只列这家单位已公开的内容，不排名，不含人员信息。',
  uscc: '统一社会信用代码',
  regions: '产品服务地区',
  capabilities: '已核验的事项',
  accepted: '已验收试点',
  acceptedN: '{n} 个',
  acceptedOf: '已结束的 {total} 个试点中，{n} 个通过验收',
  products: '公开产品 {n} 款',
  scenarios: '公开场景 {n} 个',
  entries: '目录条目 {n} 条',
  firstOf: '列出最近 {n} 条，共 {total} 条',
}
