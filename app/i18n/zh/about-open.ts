export const about = {
  open: {
    addresses: '地址',
    addressesNote: '只读，JSON',
    what: '内容',
    example: '例',
    address: {
      search: '搜索，index 取 scenarios、products 或 catalog',
      scenarios: '场景列表，可按领域、区、类别筛选',
      products: '产品列表，可按品类、领域、成熟度筛选',
      catalog: '典型场景目录，自公示起公开',
      one: '单条，产品与目录同理',
      estimate: '奖励测算：逐条判断、上限与依据',
      document: '完整说明（OpenAPI 3.1）',
    },
    rules: '约定',
    public: '只有任何人都能看的内容：没有草稿，没有未开封的应标方案，没有个人信息。',
    absent: '没有披露的参数不出现，或为 null；请不要当作 0。',
    money: '金额是整数，单位为分；时刻是 UTC。',
    errors: '出错时返回 RFC 9457 的 problem+json，其中 reason 的取值稳定。',
    reports: '公开报道案例的文字为本平台整理，事实以所附出处为准；引用时请一并注明出处。',
  },
}
