import type { Shape } from '../translate.ts'
import type { refusal as zh } from '../zh/refusal-account.ts'

export const refusal = {
  'account.alreadyHere': 'This address has an account already: please sign in',
  'account.demoStays': 'Demo accounts are shared and cannot be changed',
  'account.factorStale': 'The second factor has changed since this page was opened: open it again',
  'account.guessable': 'This password is too easy to guess: choose another',
  'account.lastFactor': 'Whoever holds an office keeps one second factor at least',
  'account.leaveOfficeFirst': 'Leave your office before you erase the account',
  'account.notMixed':
    'For an office the password must mix three of capitals, small letters, digits and other characters',
  'account.samePassword': 'The new password must differ from the present one',
  'account.soleOwner': 'You are the only owner of “{organization}”: hand it over first',
  'account.linkOver': 'This link was used, has expired or never was',
  'account.notACode': 'Type six digits, or a recovery code of 16 characters',
  'account.notAPhone': 'This is not a phone number',
  'account.notAnEmail': 'This is not an e-mail address',
  'account.notTheSame': 'The two do not agree',
  'account.unknown': 'There is no such account',
  'account.wrongCode': 'The code is wrong, or was used already',
  'account.wrongPassword': 'The password is wrong',
  'account.busy': 'Many people are signing in; try again in {retryAfterSeconds} seconds',
  'account.passkeyFailed': 'The passkey was not accepted: try again',
  'account.passkeyKnown': 'This passkey is known already',
  'account.tooManyTries': 'Too many tries; wait {retryAfterSeconds} seconds',
  'account.wrongCredentials': 'The e-mail address or the password is wrong',
} satisfies Shape<typeof zh>
