/** 登录、通知、信箱。 */
export const account = {
  signIn: '登录',
  signedOut: '已退出',
  notSignedIn: '没有登录成功',
  why: '看公开的场景、产品和目录不用登录；发布、应标和办理需要。',
  email: '邮箱',
  password: '密码',
  noAccount: '单位账户由本单位负责人或主管部门开通。忘记密码，请联系他们。',
  demo: {
    title: '示例账户',
    text: '这是演示安装，单位、人员与数字均为虚构。选一个身份直接进入，密码都是 {password}。',
    enter: '进入',
    enterAs: '以{who}的身份进入',
    part: { demand: '应用方', supply: '机器人企业', bureau: '主管部门', expert: '评审专家' },
    does: {
      demand: '发布场景、开封、遴选、验收签字',
      supply: '登记产品、应标、部署、申请验收、申报奖励',
      bureau: '初审、复核、审计，管理目录与奖励台账',
      expert: '评审典型场景目录的提名',
    },
  },
  notices: {
    title: '通知',
    note: '只有您自己看得到；同样的内容也发到了您的邮箱',
    new: '未读',
    markRead: '全部标为已读',
    emptyTitle: '还没有通知',
    emptyText: '与您有关的状态一变，就会在这里告诉您，也会发邮件。',
  },
  mailbox: {
    title: '信箱',
    note: '演示安装不对外发信，寄出的信都留在这里',
    everybody: '寄给所有人的信',
    emptyTitle: '还没有信',
    emptyText: '办一件事，比如提交场景，当事人就会收到信。',
    cut_other: '只显示最近的 {n} 封',
  },
}
