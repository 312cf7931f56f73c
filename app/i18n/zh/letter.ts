/** 寄给一个地址的信；链接只能用一次。 */
export const letter = {
  body: '您好：\n\n{text}\n\n{link}\n\n如与您无关，请忽略这封信，什么都不会改变。\n机器人+ 场景供需对接平台',
  bodyWithoutLink: '您好：\n\n{text}\n\n机器人+ 场景供需对接平台',
  register: {
    subject: '完成注册',
    text: '{name}，请打开下面的链接设置密码，完成注册。链接 24 小时内有效，只能用一次。',
  },
  alreadyHere: {
    subject: '您已有账户',
    text: '{name}，有人用这个邮箱申请注册，而您在本平台已有账户。忘记密码的话，可用下面的链接重设，30 分钟内有效。',
  },
  resetPassword: {
    subject: '重设密码',
    text: '{name}，请打开下面的链接重设密码，30 分钟内有效，只能用一次。重设后所有设备都要重新登录，二次验证不受影响。',
  },
  changeEmail: {
    subject: '确认新邮箱',
    text: '{name}，请登录后打开下面的链接，把账户的邮箱换成这一个。链接一小时内有效。',
  },
  emailChanged: {
    subject: '账户邮箱已更换',
    text: '{name}，您账户的邮箱已换成新的，今后的信寄往新邮箱。如非本人操作，请立即联系平台管理员。',
  },
  passwordChanged: {
    subject: '密码已更改',
    text: '{name}，您的密码刚刚更改，其他设备已全部下线。如非本人操作，请立即用“忘记密码”重设，并联系平台管理员。',
  },
  factorChanged: {
    subject: '二次验证已变更',
    text: '{name}，您账户的二次验证方式刚刚变更。如非本人操作，请立即改密码，并联系平台管理员。',
  },
  recoveryCodeUsed: {
    subject: '用掉了一个恢复码',
    text: '{name}，刚刚有人用恢复码登录了您的账户，这个码已作废。如非本人操作，请立即改密码，并重新生成恢复码。',
  },
  erased: {
    subject: '账户已注销',
    text: '您的账户已注销，个人信息已删除；依法须留存的办理记录改用化名。这是寄往此邮箱的最后一封信。',
  },
  digest: { subject: '今日通知 {n} 条' },
  officeInvitation: {
    subject: '邀请您到岗：{role}',
    text: '市经济和信息化局邀请您在本平台任{role}。请在 {days} 天内打开下面的链接到岗；到岗时须设置二次验证。',
  },
  memberInvitation: {
    subject: '{inviter}邀请您加入“{organization}”',
    text: '{inviter}邀请您以“{role}”身份加入“{organization}”。请在 {until:dateTime} 前打开下面的链接。链接只对收到此信的邮箱有效；如有重发，以最后一封为准。',
  },
}
