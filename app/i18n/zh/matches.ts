/** 新匹配的提醒：信里的话、频次和退订。 */
export const matches = {
  rhythm: {
    title: '新匹配的邮件',
    note: '贵单位的场景有新产品适合，或产品有新场景适合时提醒；站内随即显示',
    label: '邮件多久寄一次',
    each: '有新匹配就寄，约一分钟内的并成一封',
    daily: '每天早上八点汇总一封，没有新匹配的日子不寄',
    weekly: '每周一早上八点汇总一封',
    inApp: '不寄，只在站内看',
  },
  stop: {
    title: '停止新匹配的邮件',
    ask: '不再为新匹配寄信？',
    text: '只停关于新匹配的邮件；决定、期限和其他通知不受影响，站内提醒照常。',
    submit: '停止寄信',
    done: '不会再为新匹配寄信。站内提醒照常，可以登录后到“我的账户”里恢复。',
    stopped: '已停止，不再为新匹配寄信',
    own: '我的账户',
  },
  kept: {
    scenario_other: '匹配 {n} 款产品',
    product_other: '匹配 {n} 个场景',
    at: '计算于 {time}',
  },
  letter: {
    demandOne_other: '{n} 款新产品适合你们的场景《{title}》',
    supplyOne_other: '{n} 个新场景适合你们的产品“{title}”',
    subject_other: '{n} 个新匹配',
    body: '{name}，您好：\n\n贵单位有 {n} 个新匹配，都写明了为什么。\n\n{parts}\n\n匹配只是建议，不是门槛：任何已核验的企业都可以应标。\n\n为什么收到这封信：您在平台上办理贵单位的场景或产品，选的是“{rhythm}”。同一件事只提醒一次。\n不再为新匹配寄信（无须登录，打开后按一下即停）：{stop}\n改频次：{own}\n\n此信由机器人+ 场景供需对接平台自动发出，请勿直接回复。',
    demandHead_other: '《{title}》：{n} 款产品适合',
    supplyHead_other: '“{title}”：{n} 个场景适合',
    demandItem: '{nth}. “{title}”，{organization}\n   因为：{why}。\n   {link}',
    supplyItem: '{nth}. 《{title}》，{organization}\n   因为：{why}。\n   {link}',
    more_other: '……另有 {n} 个，全部见 {all}',
    all: '全部匹配：{all}',
    moreParts_other: '……还有 {n} 个场景或产品有新匹配，见 {all}',
  },
}
