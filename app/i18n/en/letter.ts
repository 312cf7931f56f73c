import type { Shape } from '../translate.ts'
import type { letter as zh } from '../zh/letter.ts'

export const letter = {
  body: 'Hello,\n\n{text}\n\n{link}\n\nIf this is not for you, ignore this letter: nothing will change.\nRobot+ Scenario Exchange',
  bodyWithoutLink: 'Hello,\n\n{text}\n\nRobot+ Scenario Exchange',
  register: {
    subject: 'Finish your registration',
    text: '{name}, open the link below to choose a password and finish. It works once, for 24 hours.',
  },
  alreadyHere: {
    subject: 'You have an account already',
    text: '{name}, somebody asked to register with this address, and you have an account here. If you have lost your password, the link below sets a new one; it works once, for 30 minutes.',
  },
  resetPassword: {
    subject: 'Set a new password',
    text: '{name}, open the link below to set a new password. It works once, for 30 minutes. Every device has to sign in again; your second factor stays.',
  },
  changeEmail: {
    subject: 'Confirm your new address',
    text: '{name}, sign in and open the link below to move your account to this address. It works for an hour.',
  },
  emailChanged: {
    subject: 'Your address was changed',
    text: '{name}, your account has a new address, and letters go there from now on. If this was not you, tell the administrator of the platform at once.',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    text: '{name}, your password has just been changed and every other device was signed out. If this was not you, reset it at once and tell the administrator of the platform.',
  },
  factorChanged: {
    subject: 'Your second factor was changed',
    text: '{name}, the second factor of your account has just been changed. If this was not you, change your password at once and tell the administrator of the platform.',
  },
  recoveryCodeUsed: {
    subject: 'A recovery code was used',
    text: '{name}, somebody has just signed in to your account with a recovery code, which is void now. If this was not you, change your password at once and make new recovery codes.',
  },
  erased: {
    subject: 'Your account is gone',
    text: 'Your account was erased with your personal data; records that the law has us keep carry a pseudonym. This is the last letter to this address.',
  },
  digest: { subject: 'Today’s notices: {n}' },
  officeInvitation: {
    subject: 'You are invited: {role}',
    text: 'The Beijing Municipal Bureau of Economy and Information Technology invites you to this platform as {role}. Open the link below within {days} days; a second factor is set up on the way in.',
  },
  memberInvitation: {
    subject: '{inviter} invites you to join “{organization}”',
    text: '{inviter} invites you to join “{organization}” as {role}. Open the link below before {until:dateTime}. It works for the address of this letter only; if it was sent again, the last letter holds.',
  },
} satisfies Shape<typeof zh>
