import type { Shape } from '../translate.ts'
import type { account as zh } from '../zh/account.ts'

export const account = {
  signIn: 'Sign in',
  signedOut: 'You are signed out',
  notSignedIn: 'You are not signed in',
  why: 'Public scenarios, products and the catalog need no account; publishing, bidding and handling do.',
  email: 'E-mail',
  password: 'Password',
  noAccount:
    'Accounts are opened by your organisation or by the bureau. Ask them if you have lost your password.',
  demo: {
    title: 'Demo accounts',
    text: 'This is a demo: organisations, people and figures are invented. Enter as anybody; every password is {password}.',
    enter: 'Enter',
    enterAs: 'Enter as {who}',
    part: { demand: 'Demand side', supply: 'Robot firms', bureau: 'Bureau', expert: 'Reviewers' },
    does: {
      demand: 'Publish scenarios, open and select bids, sign acceptance',
      supply: 'List products, bid, deploy, request acceptance, claim rewards',
      bureau: 'Review, approve, audit; keep the catalog and the reward ledger',
      expert: 'Review nominations for the catalog',
    },
  },
  notices: {
    title: 'Notices',
    note: 'Only you see them; the same words went to your e-mail address',
    new: 'New',
    markRead: 'Mark all as read',
    emptyTitle: 'No notices yet',
    emptyText: 'Whenever something of yours changes, you are told here and by mail.',
  },
  mailbox: {
    title: 'Mailbox',
    note: 'A demo sends no mail; what it would have sent is kept here',
    everybody: 'Letters to everybody',
    emptyTitle: 'No letters yet',
    emptyText: 'Do something, such as submitting a scenario, and the people concerned get a letter.',
    cut_one: 'Only the newest letter is shown',
    cut_other: 'Only the newest {n} letters are shown',
  },
} satisfies Shape<typeof zh>
