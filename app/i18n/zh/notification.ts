import type { NoticeEvent } from '#domain/shared/notices.ts'

/** Subject and text of every notice; the mail says the same. */
export const notification = {
  'scenario.submitted': {
    subject: '待审：场景《{title}》',
    text: '{organization}提交了场景《{title}》，等待初审。',
  },
  'scenario.returned': {
    subject: '场景《{title}》已退回',
    text: '请按退回理由修改后重新提交。理由：{reason}',
  },
  'scenario.approved': {
    subject: '待复核：场景《{title}》',
    text: '场景已通过经办初审，等待复核发布。',
  },
  'scenario.amended': {
    subject: '场景《{title}》发布第 {number} 号补充公告',
    text: '{organization}对已发布的场景作了实质性变更：{summary}',
  },
  'bid.confirmationAsked': {
    subject: '请确认：场景《{title}》第 {number} 号补充公告',
    text: '场景有实质性变更：{summary}。请在应标截止前看过变更，确认原方案仍然有效，或撤回后重新提交。',
  },
  'bid.filesAmended': {
    subject: '请确认：场景《{title}》第 {number} 号补充公告',
    text: '场景有实质性变更：{summary}。附件有变动：{files}。新旧附件在补充公告里并列可下载。请在应标截止前看过，确认原方案仍然有效，或撤回后重新提交。',
  },
  'bid.addendumTold': {
    subject: '场景《{title}》第 {number} 号补充公告',
    text: '场景有变更：{summary}。不影响您的方案，无须确认。',
  },
  'scenario.published': {
    subject: '场景《{title}》已发布',
    text: '场景已通过初审并公开，企业可以应标。',
  },
  'scenario.opened': {
    subject: '场景《{title}》已开封',
    text: '应标截止，{count} 份方案已同时开封，进入遴选。',
  },
  'scenario.withdrawn': {
    subject: '场景《{title}》已撤回',
    text: '应用方撤回了该场景，不再接受应标。理由：{reason}',
  },
  'product.submitted': {
    subject: '待审：产品“{title}”',
    text: '{organization}提交了产品“{title}”，等待审核。',
  },
  'product.returned': {
    subject: '产品“{title}”已退回',
    text: '请按退回理由修改后重新提交。理由：{reason}',
  },
  'product.published': {
    subject: '产品“{title}”已发布',
    text: '产品第 {version} 版已通过审核并公开。',
  },
  'solution.submitted': {
    subject: '待审：系统解决方案“{title}”',
    text: '{organization}提交了系统解决方案“{title}”，等待审核。',
  },
  'solution.returned': {
    subject: '系统解决方案“{title}”已退回',
    text: '请按退回理由修改后重新提交。理由：{reason}',
  },
  'solution.published': {
    subject: '系统解决方案“{title}”已发布',
    text: '方案第 {version} 版已通过审核并公开。',
  },
  'solution.consentAsked': {
    subject: '请确认供货：“{product}”进入方案“{title}”',
    text: '{organization}把贵单位的“{product}”列入系统解决方案“{title}”，数量 {quantity}，作用：{role}。未经贵单位确认，方案不能发布。',
  },
  'solution.consentGiven': {
    subject: '供货方已确认：“{product}”进入方案“{title}”',
    text: '{organization}同意把“{product}”列入这份方案。',
  },
  'solution.consentRefused': {
    subject: '供货方不同意：“{product}”，方案“{title}”',
    text: '{organization}不同意把“{product}”列入这份方案。请换一款产品或移出；未经同意，方案不能提交，也不能发布。',
  },
  'bid.received': {
    subject: '应标方案已收到：《{title}》',
    text: '方案已密封。回执（SHA-256）：{receipt}。开封前，方案只有贵单位可见。',
  },
  'bid.selected': {
    subject: '应标结果：《{title}》，中选',
    text: '贵单位的方案中选。理由：{reason}。请在平台查看试点。',
  },
  'bid.notSelected': {
    subject: '应标结果：《{title}》，未中选',
    text: '贵单位的方案未中选。说明：{reason}',
  },
  'pilot.agreed': {
    subject: '试点已建立：《{title}》',
    text: '验收指标已从场景原样写入，供给方可登记部署。',
  },
  'pilot.deployed': {
    subject: '试点已部署：《{title}》',
    text: '已登记 {count} 台（套）机器人的序列号。',
  },
  'pilot.running': {
    subject: '试点开始运行：《{title}》',
    text: '供给方可按期填报运行记录。',
  },
  'pilot.acceptanceRequested': {
    subject: '申请验收：《{title}》',
    text: '供给方填报了各项指标的实测值，请双方核对并签字。',
  },
  'product.halted': {
    subject: '产品“{title}”被暂停展示',
    text: '主管部门已暂停展示该产品，公众看不到。理由：{reason}。认为不当的，可在产品页写明理由申请恢复展示；也可修订后送审。',
  },
  'product.appealed': {
    subject: '申请恢复展示：产品“{title}”',
    text: '{organization}认为暂停展示不当或问题已解决，请由另一名经办人员答复。理由：{reason}',
  },
  'product.upheld': {
    subject: '产品“{title}”维持暂停展示',
    text: '主管部门答复了恢复申请，继续暂停。理由：{reason}。有新的理由可以再次申请，也可修订后送审。',
  },
  'product.lifted': {
    subject: '产品“{title}”已恢复展示',
    text: '主管部门解除了暂停，公众看得到暂停前公开的那一版。',
  },
  'product.certificateExpiring': {
    subject: '产品证书将到期：《{title}》',
    text: '证书 {number}（{issuer}）有效期到 {until}。请及时换证，并把新证书登记为一条新记录；到期后产品页会写明已过期。',
  },
  'pilot.coverEnding': {
    subject: '保险即将到期：《{title}》',
    text: '{insurer}的保单到 {until} 为止，之后没有续保记录。请在到期前续保并登记。',
  },
  'pilot.signed': {
    subject: '验收已有一方签字：《{title}》',
    text: '还需另一方签字。沉默不算通过。',
  },
  'pilot.sentBack': {
    subject: '试点需整改：《{title}》',
    text: '应用方要求整改。理由：{reason}',
  },
  'pilot.accepted': {
    subject: '试点通过验收：《{title}》',
    text: '双方均已签字。可以申报首试首用奖励，也可以提名典型场景目录。',
  },
  'pilot.terminated': {
    subject: '试点已结束：《{title}》',
    text: '试点未通过或终止。理由：{reason}',
  },
  'claim.submitted': {
    subject: '待预审：奖励申报 {number}',
    text: '{organization}提交了首试首用奖励申报。',
  },
  'claim.returned': {
    subject: '奖励申报 {number} 已退回补正',
    text: '请补正后重新提交。理由：{reason}',
  },
  'claim.moved': {
    subject: '奖励申报 {number} 有新进展',
    text: '申报进入下一环节，请在平台查看。',
  },
  'claim.approved': {
    subject: '奖励申报 {number} 已审定',
    text: '已按审定金额预留额度。平台只记录，不拨付。',
  },
  'claim.paid': {
    subject: '奖励申报 {number} 已登记拨付',
    text: '拨付日 {paidOn}，凭证号 {voucher}。平台只登记，不拨付。',
  },
  'claim.rejected': {
    subject: '奖励申报 {number} 不予奖励',
    text: '理由：{reason}',
  },
  'claim.reversed': {
    subject: '奖励申报 {number} 已冲回',
    text: '已冲回并释放额度。理由：{reason}',
  },
  'entry.nominated': {
    subject: '待受理：目录提名《{title}》',
    text: '一个已验收的试点被提名收入典型场景目录。',
  },
  'entry.assigned': {
    subject: '请您评审：《{title}》',
    text: '经办已指派您评审这个目录条目。先声明有无利害关系，再打分。',
  },
  'file.infected': {
    subject: '附件“{name}”没有通过病毒检查',
    text: '检查结果：{threat}。文件已隔离，不对外提供，也不能下载；请移除后换一份干净的文件。',
  },
  'matter.recused': {
    subject: '有人申请回避：《{title}》',
    text: '一位办理人员或专家申请回避这一件，请其他人员接办。',
  },
  'matter.recommended': {
    subject: '区级推荐意见：《{title}》',
    text: '所在区的主管对这一件出具了推荐意见，供办理时参考；意见不影响办理时限。',
  },
  'entry.moved': {
    subject: '目录条目《{title}》有新进展',
    text: '条目进入下一环节，请在平台查看。',
  },
  'entry.announced': {
    subject: '目录条目《{title}》开始公示',
    text: '公示到 {until} 止，期间任何人可实名提出异议。',
  },
  'entry.objected': {
    subject: '目录条目《{title}》收到异议',
    text: '公示暂停，异议办结前不得发布。提出人身份密存。',
  },
  'entry.settled': {
    subject: '目录条目《{title}》的异议已答复',
    text: '答复已公开，请在条目页查看。',
  },
  'entry.published': {
    subject: '目录条目《{title}》已发布',
    text: '编号 {number}，已收入典型场景应用目录。',
  },
  'entry.rejected': {
    subject: '目录条目《{title}》未收入或已撤出',
    text: '理由：{reason}',
  },
  'concept.proposed': {
    subject: '概念表有一件修改建议待复核：{title}',
    text: '{officer}提出，需要另一位工作人员复核。',
  },
  'concept.published': {
    subject: '概念表修改已发布：{title}',
    text: '已成为第 {version} 版，搜索索引正在更新。',
  },
  'concept.returned': {
    subject: '概念表修改建议被退回：{title}',
    text: '理由：{reason}',
  },
  'weights.proposed': {
    subject: '匹配权重有一件修改建议待复核',
    text: '{officer}以第 {basedOn} 版为基础提出：{grounds}',
  },
  'weights.published': {
    subject: '匹配权重第 {version} 版已发布',
    text: '您提出的修改已发布，即刻生效。',
  },
  'weights.returned': {
    subject: '匹配权重的修改建议被退回',
    text: '理由：{reason}',
  },
  'organization.claimed': {
    subject: '有人认领“{organization}”',
    text: '请看对方的说明，同意或不同意都要写明理由。',
  },
  'organization.claimApproved': {
    subject: '认领已同意：“{organization}”',
    text: '您已加入这个单位。说明：{reason}',
  },
  'organization.claimRefused': {
    subject: '认领未同意：“{organization}”',
    text: '理由：{reason}',
  },
  'organization.asked': {
    subject: '待核验：“{organization}”',
    text: '该单位申请开通办理事项，请逐项核验。',
  },
  'organization.endorsed': {
    subject: '待复核：“{organization}”的奖励申报资格',
    text: '经办已核，须由复核另行决定。经办意见：{reason}',
  },
  'organization.granted': {
    subject: '“{organization}”通过一项核验',
    text: '新开通的事项现在可以办理。意见：{reason}',
  },
  'organization.refused': {
    subject: '“{organization}”有一项核验未通过',
    text: '补正后可以重新申请。理由：{reason}',
  },
  'organization.revoked': {
    subject: '“{organization}”有一项资格被撤销',
    text: '进行中的试点不受影响。理由：{reason}',
  },
  'organization.changed': {
    subject: '须重新核验：“{organization}”主体信息变更',
    text: '该单位变更了名称、代码或法定代表人，原有资格已收回并重新申请。',
  },
  'organization.suspended': {
    subject: '“{organization}”已暂停',
    text: '不能再提交新的事项；进行中的试点照常填报和签字。理由：{reason}',
  },
  'organization.restored': {
    subject: '“{organization}”已恢复',
    text: '原有资格可以继续使用。说明：{reason}',
  },
  'organization.documentExpiring': {
    subject: '证照将到期：{number}',
    text: '“{organization}”的证照 {number}（{issuer}）有效期到 {until}，请及时换证并更新。',
  },
  'organization.joined': {
    subject: '{email} 已加入“{organization}”',
    text: '对方接受了邀请。',
  },
  'organization.roleChanged': {
    subject: '您在单位里的角色或部门有变化',
    text: '请在单位页面查看。',
  },
  'organization.removed': {
    subject: '您已被移出单位',
    text: '您起草的内容留在原单位。如有疑问，请联系该单位的负责人。',
  },
  'organization.handedOver': {
    subject: '单位负责人已移交给您',
    text: '您现在是负责人，原负责人改为编辑。',
  },
  'introduction.invited': {
    subject: '邀请：场景《{title}》请看“{product}”',
    text: '{organization}邀请贵单位看一看这个场景。邀请不带来任何优先：谁都可以按同一截止时间、同一条件应标，是否应标由贵单位自行决定。',
  },
  'introduction.offered': {
    subject: '自荐：“{product}”，场景《{title}》',
    text: '{organization}向这个场景自荐。请在 10 个工作日内答复；自荐不是应标，也不影响公开应标。',
  },
  'introduction.welcomed': {
    subject: '引荐有答复：愿接洽（《{title}》，“{product}”）',
    text: '对方愿意了解。这不等于入围；应标仍按公开途径、在截止时间之前提交。',
  },
  'introduction.declined': {
    subject: '引荐有答复：婉拒（《{title}》，“{product}”）',
    text: '理由：{reason:spoken}。公开应标不受影响。',
  },
  'introduction.withdrawn': {
    subject: '引荐已撤回（《{title}》，“{product}”）',
    text: '发出方撤回了这件引荐，不用再答复。公开应标不受影响。',
  },
  'introduction.lapsed': {
    subject: '引荐已失效（《{title}》，“{product}”）',
    text: '场景已停止接受应标，或产品已不公开，这件引荐没有等到答复。',
  },
  'inquiry.asked': {
    subject: '请确认“{product}”的参数：{criteria:spoken}',
    text: '{organization}的场景《{title}》有这些要求，产品没有披露。写进新版本并发布，询问自动办结；不便提供的，请选一条理由。',
  },
  'inquiry.stated': {
    subject: '“{product}”已披露：{facts:spoken}',
    text: '场景《{title}》的 {musts} 项必须条件：满足 {met} 项，不满足 {unmet} 项，待确认 {open} 项。',
  },
  'inquiry.withheld': {
    subject: '“{product}”不提供：{criteria:spoken}',
    text: '{organization}答复场景《{title}》的询问：{reason:spoken}。这一项仍为待确认，不算满足，也不算不满足。',
  },
  'inquiry.lapsed': {
    subject: '询问已失效（《{title}》，“{product}”）',
    text: '场景已停止接受应标，或产品已不公开，未答复的询问到此为止。',
  },
  'search.found': {
    subject: '“{search}”有新结果：《{title}》',
    text: '{news:spoken}：{fit:spoken}。',
  },
  'match.products': {
    subject: '{n} 款产品适合场景《{title}》',
    text: '因为：{items:spoken}。',
  },
  'match.scenarios': {
    subject: '{n} 个场景适合产品“{title}”',
    text: '因为：{items:spoken}。',
  },
} satisfies Record<NoticeEvent, { subject: string; text: string }>
